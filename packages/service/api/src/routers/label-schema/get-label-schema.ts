import { getLabelSchema } from '@assay/services';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { labelSchemaView } from '../../schemas/label-schema.ts';

export const getLabelSchemaRoute = labelSchemaProcedure('labelSchema.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/label-schemas/{labelSchemaId}',
      summary: 'Read a label schema',
      tags: ['Label schemas'],
    },
  })
  .output(labelSchemaView)
  .query(({ ctx, input }) => getLabelSchema(ctx.deps, ctx.actor, input));
