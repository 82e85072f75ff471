import type { Deps, JobRun } from '@assay/services';
import { validateRelease } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'release.validate'>) => validateRelease(deps, run);
