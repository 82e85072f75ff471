import type { JobKind } from '@assay/contracts';
import type { JobRun } from '../jobs/job-run.ts';

/**
 * What a long computation is given so that it can be stopped and followed. It computes without a pause in which
 * messages could be read, so progress is sent off and not waited for.
 */
export function controlOf(run: Pick<JobRun<JobKind>, 'signal' | 'progress'>, stage: string, scale = 1) {
  return {
    throwIfAborted: () => run.signal.throwIfAborted(),
    progress: (done: number, total: number) => {
      void run.progress({ stage, done: done * scale, total: total * scale }).catch(() => undefined);
    },
  };
}
