import type { Deps, JobRun } from '@assay/services';
import { buildOrganisationExport } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'organisation.export'>) => buildOrganisationExport(deps, run);
