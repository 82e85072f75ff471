import { id } from '@assay/contracts';
import { copyLabelSchema } from '@assay/services';
import { z } from 'zod';
import { labelSchemaVersionProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const copyLabelSchemaRoute = labelSchemaVersionProcedure('labelSchema.write')
  .input(z.object({ name: nameText }))
  .output(z.object({ id, versionId: id }))
  .mutation(({ ctx, input }) => copyLabelSchema(ctx.deps, ctx.actor, input));
