import type { Deps, JobRun } from '@assay/services';
import { validateRun } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'validation.run'>) => validateRun(deps, run);
