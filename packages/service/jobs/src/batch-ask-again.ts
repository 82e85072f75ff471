import type { Deps, JobRun } from '@assay/services';
import { reopenTasks } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'batch.ask-again'>) => reopenTasks(deps, run);
