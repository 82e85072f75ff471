import { id } from '@assay/contracts';
import { watchSession } from '@assay/services';
import { z } from 'zod';
import { orgProcedure, resolveActor } from '../../frame/procedures.ts';
import { jobView } from '../../schemas/job.ts';

/** `jobs` and `notifications` are what changed, `labelSchemas` which were migrated; `all`: something may have been missed, read again. */
const news = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('jobs'), jobs: z.array(jobView) }),
  z.object({ kind: z.literal('notifications'), unread: z.number().int() }),
  z.object({ kind: z.literal('labelSchemas'), labelSchemaIds: z.array(id) }),
  z.object({ kind: z.literal('all') }),
]);

/** One stream per session with all its news, until the client goes or the server stops. */
export const watchRoute = orgProcedure('notification.use').subscription(async function* ({ ctx, signal }) {
  const ends = signal === undefined ? ctx.signal : AbortSignal.any([ctx.signal, signal]);
  for await (const each of watchSession(ctx.deps, ctx.actor, ends)) {
    // A stream outlives a change of roles: whoever has other ones now, or none, has to ask anew.
    const now = await resolveActor(ctx);
    if (now.orgRoles.join() !== ctx.actor.orgRoles.join()) return;
    yield news.parse(each);
  }
});
