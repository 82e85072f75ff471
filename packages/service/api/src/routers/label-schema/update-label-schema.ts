import { updateLabelSchema } from '@assay/services';
import { z } from 'zod';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { done, isDone, nameText } from '../../schemas/common.ts';

export const updateLabelSchemaRoute = labelSchemaProcedure('labelSchema.write')
  .input(z.object({ revision: z.number().int(), name: nameText, description: z.string().max(4000) }))
  .output(done)
  .mutation(({ ctx, input }) => updateLabelSchema(ctx.deps, ctx.actor, input).then(() => isDone));
