import type { Deps, JobRun } from '@assay/services';
import { readImageImport } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'image.import'>) => readImageImport(deps, run);
