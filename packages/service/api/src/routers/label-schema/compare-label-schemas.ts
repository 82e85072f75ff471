import { id } from '@assay/contracts';
import { compareLabelSchemaVersions } from '@assay/services';
import { z } from 'zod';
import { labelSchemaVersionProcedure } from '../../frame/procedures.ts';
import { labelSchemaComparison } from '../../schemas/label-schema.ts';

export const compareLabelSchemasRoute = labelSchemaVersionProcedure('labelSchema.read')
  .input(z.object({ otherVersionId: id }))
  .output(labelSchemaComparison)
  .query(({ ctx, input }) => compareLabelSchemaVersions(ctx.deps, ctx.actor, input));
