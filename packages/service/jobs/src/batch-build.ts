import type { Deps, JobRun } from '@assay/services';
import { buildBatch } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'batch.build'>) => buildBatch(deps, run);
