import type { Deps, JobRun } from '@assay/services';
import { generateRun } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'generation.run'>) => generateRun(deps, run);
