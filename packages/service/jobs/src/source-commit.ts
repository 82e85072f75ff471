import type { Deps, JobRun } from '@assay/services';
import { commitSourceVersion } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'source.commit'>) => commitSourceVersion(deps, run);
