import { trashLabelSchema } from '@assay/services';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const trashLabelSchemaRoute = labelSchemaProcedure('labelSchema.write')
  .output(done)
  .mutation(({ ctx, input }) => trashLabelSchema(ctx.deps, ctx.actor, input).then(() => isDone));
