import { discardVersion } from '@assay/services';
import { versionProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const discardVersionRoute = versionProcedure('source.create')
  .output(done)
  .mutation(({ ctx, input }) => discardVersion(ctx.deps, ctx.actor, input).then(() => isDone));
