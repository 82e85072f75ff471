import type { Deps, JobRun } from '@assay/services';
import { measureSourceVersion } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'source.measure'>) => measureSourceVersion(deps, run);
