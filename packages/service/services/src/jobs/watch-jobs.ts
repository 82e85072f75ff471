import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type JobView, jobViews } from './job-view.ts';
import { jobVisibility } from './job-visibility.ts';

/** `jobs`: these have changed. `all`: something may have been missed, read the list again. */
export type JobNews = { kind: 'jobs'; jobs: JobView[] } | { kind: 'all' };

const notice = z.object({ orgId: z.string(), jobId: z.string() });
/** News of many changes at once is one message; nobody reads faster than this. */
const GATHER_MS = 100;

/**
 * Changes of the jobs that the actor may see, until the signal is aborted. Visibility is asked anew for each
 * message, so that a role that was taken away takes effect at once.
 */
export async function* watchJobs(deps: Deps, actor: Actor, signal: AbortSignal): AsyncGenerator<JobNews> {
  const changed = new Set<string>();
  let missed = false;
  let wake: () => void = () => undefined;
  const stopListening = deps.db.listener.on('assay_job', (payload) => {
    if (payload === null) missed = true;
    else {
      const heard = notice.safeParse(parseJson(payload));
      if (!heard.success || heard.data.orgId !== actor.orgId) return;
      changed.add(heard.data.jobId);
    }
    wake();
  });
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      if (changed.size === 0 && !missed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted) resolve();
        });
        await gather(signal);
      }
      if (signal.aborted) return;
      if (missed) {
        missed = false;
        changed.clear();
        yield { kind: 'all' };
        continue;
      }
      const ids = [...changed];
      changed.clear();
      const jobs = await query(deps, actor, async (t) =>
        jobViews(t, await t.jobs.visibleAmong(jobVisibility(actor), ids)),
      );
      if (jobs.length > 0) yield { kind: 'jobs', jobs };
    }
  } finally {
    stopListening();
    signal.removeEventListener('abort', onAbort);
  }
}

function gather(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, GATHER_MS);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
