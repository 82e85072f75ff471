import { trashSource } from '@assay/services';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const trashSourceRoute = sourceProcedure('source.delete')
  .output(done)
  .mutation(({ ctx, input }) => trashSource(ctx.deps, ctx.actor, input).then(() => isDone));
