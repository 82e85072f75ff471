import { compareImages, type Deps, type JobRun } from '@assay/services';

/** How far two sets of pictures are apart. */
export const handle = (deps: Deps, run: JobRun<'image.compare'>) => compareImages(deps, run);
