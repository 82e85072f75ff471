import type { Deps, JobRun } from '@assay/services';
import { buildExport } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'export.build'>) => buildExport(deps, run);
