import { id, notificationGroup, notificationKind } from '@assay/contracts';
import { listNotificationChoices } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

/** What the asker is told of: in the organisation, or in one project. */
export const choicesRoute = orgProcedure('notification.use')
  .input(z.object({ projectId: id.nullable().default(null) }))
  .output(
    z.object({
      kinds: z.array(
        z.object({
          kind: notificationKind,
          group: notificationGroup,
          /** What they chose here; null where they did not. */
          chosen: z.boolean().nullable(),
          /** What holds without a choice here. */
          otherwise: z.boolean(),
        }),
      ),
      /** Projects for which they chose anything. */
      projects: z.array(id),
    }),
  )
  .query(({ ctx, input }) => listNotificationChoices(ctx.deps, ctx.actor, input));
