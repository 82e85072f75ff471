import type { Deps, JobRun } from '@assay/services';
import { eraseSource } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'source.erase'>) => eraseSource(deps, run);
