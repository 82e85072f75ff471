import { id } from '@assay/contracts';
import { getEvent } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { eventView } from '../../schemas/event.ts';

const evidence = z.object({
  /** A signed note. */
  checkpoint: z.string(),
  size: z.number().int(),
  index: z.number().int(),
  /** Hashes from the leaf up, base64. */
  proof: z.array(z.string()),
});

export const getEventRoute = orgProcedure('log.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/log/{eventId}',
      summary: 'Read an event with its proof',
      tags: ['Log'],
    },
  })
  .input(z.object({ eventId: id }))
  .output(
    eventView.extend({
      payload: z.string().nullable(),
      salt: z.string().nullable(),
      commitment: z.string(),
      evidence: evidence.nullable(),
    }),
  )
  .query(({ ctx, input }) => getEvent(ctx.deps, ctx.actor, input.eventId));
