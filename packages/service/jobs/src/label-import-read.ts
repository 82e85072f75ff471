import type { Deps, JobRun } from '@assay/services';
import { checkLabelImport } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'label-import.read'>) => checkLabelImport(deps, run);
