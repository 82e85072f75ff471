import { getLabelSchemaVersion } from '@assay/services';
import { labelSchemaVersionProcedure } from '../../frame/procedures.ts';
import { labelSchemaVersionView } from '../../schemas/label-schema.ts';

export const getLabelSchemaVersionRoute = labelSchemaVersionProcedure('labelSchema.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/label-schema-versions/{labelSchemaVersionId}',
      summary: 'Read a version of a label schema',
      tags: ['Label schemas'],
    },
  })
  .output(labelSchemaVersionView)
  .query(({ ctx, input }) => getLabelSchemaVersion(ctx.deps, ctx.actor, input));
