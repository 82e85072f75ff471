import type { Deps, JobRun } from '@assay/services';
import { runAgreement } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'agreement.compute'>) => runAgreement(deps, run);
