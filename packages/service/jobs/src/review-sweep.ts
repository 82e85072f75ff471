import type { Deps, JobRun } from '@assay/services';
import { sweepBatch } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'review.sweep'>) => sweepBatch(deps, run);
