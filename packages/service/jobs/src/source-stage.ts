import type { Deps, JobRun } from '@assay/services';
import { stageSourceVersion } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'source.stage'>) => stageSourceVersion(deps, run);
