import { id } from '@assay/contracts';
import { listNotifications } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, jsonValue, pageCursor, pageInput } from '../../schemas/common.ts';

const notification = z.object({
  id,
  /** Names the text in the message catalogue; `subject` is what the text mentions. */
  kind: z.string(),
  subject: jsonValue,
  /** Names of the project and the person that the subject mentions, while they are there. */
  projectName: z.string().nullable(),
  personName: z.string().nullable(),
  link: z.string().nullable(),
  createdAt: isoDate,
  readAt: isoDate.nullable(),
});

export const listNotificationsRoute = orgProcedure('notification.use')
  .input(z.object(pageInput))
  .output(z.object({ notifications: z.array(notification), unread: z.number().int(), cursor: pageCursor }))
  .query(({ ctx, input }) => listNotifications(ctx.deps, ctx.actor, input));
