import type { Deps, JobRun } from '@assay/services';
import { buildVersion } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'version.build'>) => buildVersion(deps, run);
