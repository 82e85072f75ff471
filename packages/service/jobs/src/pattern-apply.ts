import type { Deps, JobRun } from '@assay/services';
import { applyPattern } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'pattern.apply'>) => applyPattern(deps, run);
