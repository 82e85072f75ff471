import type { Deps, JobRun } from '@assay/services';
import { importRunRows } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'run.import'>) => importRunRows(deps, run);
