import type { Actor } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { type JobNews, watchJobs } from '../jobs/watch-jobs.ts';
import { type LabelSchemaNews, watchLabelSchemas } from '../label-schemas/watch-label-schemas.ts';
import { type NotificationNews, watchNotifications } from '../notifications/watch-notifications.ts';

export type SessionNews = JobNews | NotificationNews | LabelSchemaNews;

/** All news of one session in one stream, until the signal is aborted: a browser holds few connections open. */
export async function* watchSession(
  deps: Deps,
  actor: Actor,
  signal: AbortSignal,
): AsyncGenerator<SessionNews> {
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  const streams: AsyncGenerator<SessionNews>[] = [
    watchJobs(deps, actor, both),
    watchNotifications(deps, actor, both),
    watchLabelSchemas(deps, actor, both),
  ];
  const pull = (stream: AsyncGenerator<SessionNews>) => {
    const pulled = stream.next().then((result) => ({ stream, result }));
    // One that fails while the reader is busy is heard of when they come back, not as an unhandled rejection.
    pulled.catch(() => undefined);
    return pulled;
  };
  const waiting = new Map(streams.map((stream) => [stream, pull(stream)]));
  try {
    while (waiting.size > 0) {
      const { stream, result } = await Promise.race(waiting.values());
      if (result.done === true) {
        waiting.delete(stream);
      } else {
        waiting.set(stream, pull(stream));
        yield result.value;
      }
    }
  } finally {
    // Whoever stops reading ends all, and hears no more of what fails on the way.
    ended.abort();
    await Promise.allSettled(waiting.values());
  }
}
