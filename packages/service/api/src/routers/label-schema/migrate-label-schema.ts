import { MOST_OPERATIONS, migrationOperation } from '@assay/contracts';
import { migrateLabelSchema } from '@assay/services';
import { z } from 'zod';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { migrated } from '../../schemas/label-migration.ts';

export const migrateLabelSchemaRoute = labelSchemaProcedure('labelSchema.write')
  .input(
    z.object({
      revision: z.number().int(),
      operations: z.array(migrationOperation).min(1).max(MOST_OPERATIONS),
      note: z.string().max(500).default(''),
    }),
  )
  .output(migrated)
  .mutation(({ ctx, input }) => migrateLabelSchema(ctx.deps, ctx.actor, input));
