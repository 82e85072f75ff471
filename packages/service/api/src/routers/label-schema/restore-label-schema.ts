import { restoreLabelSchema } from '@assay/services';
import { trashedLabelSchemaProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreLabelSchemaRoute = trashedLabelSchemaProcedure('labelSchema.write')
  .output(done)
  .mutation(({ ctx, input }) => restoreLabelSchema(ctx.deps, ctx.actor, input).then(() => isDone));
