import { id } from '@assay/contracts';
import { listMentionable } from '@assay/services';
import { z } from 'zod';
import { commentSubjectProcedure } from '../../frame/procedures.ts';

export const listMentionableRoute = commentSubjectProcedure('comment.write')
  .output(z.object({ people: z.array(z.object({ userId: id, name: z.string(), email: z.string() })) }))
  .query(({ ctx, input }) => listMentionable(ctx.deps, ctx.actor, input));
