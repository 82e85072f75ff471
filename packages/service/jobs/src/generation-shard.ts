import type { Deps, JobRun } from '@assay/services';
import { generateShard } from '@assay/services';

export const handle = (deps: Deps, run: JobRun<'generation.shard'>) => generateShard(deps, run);
