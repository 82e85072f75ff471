import { id } from '@assay/contracts';
import { listEvents } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoMoment, pageCursor, pageInput } from '../../schemas/common.ts';
import { eventView } from '../../schemas/event.ts';

export const listEventsRoute = orgProcedure('log.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/log',
      summary: 'Read the log',
      description:
        'Who (`actorId`), what (`action`, or its beginning such as `source.`), on what (`objectType` and `objectId`), when (`from` on, before `to`); newest first.',
      tags: ['Log'],
    },
  })
  .input(
    z.object({
      actorId: id.optional(),
      action: z.string().max(100).optional(),
      objectType: z.string().max(100).optional(),
      objectId: id.optional(),
      projectId: id.optional(),
      from: isoMoment.optional(),
      to: isoMoment.optional(),
      ...pageInput,
    }),
  )
  .output(z.object({ events: z.array(eventView), cursor: pageCursor }))
  .query(({ ctx, input: { cursor, ...filter } }) =>
    listEvents(ctx.deps, ctx.actor, { ...filter, before: cursor }).then(({ events, next }) => ({
      events,
      cursor: next,
    })),
  );
