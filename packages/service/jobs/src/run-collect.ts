import type { Deps, JobRun } from '@assay/services';
import { collectImageRows } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'run.collect'>) => collectImageRows(deps, run);
