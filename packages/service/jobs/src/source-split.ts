import type { Deps, JobRun } from '@assay/services';
import { splitSourceVersion } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'source.split'>) => splitSourceVersion(deps, run);
