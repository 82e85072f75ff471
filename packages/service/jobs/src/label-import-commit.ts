import type { Deps, JobRun } from '@assay/services';
import { takeLabelImport } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'label-import.commit'>) => takeLabelImport(deps, run);
