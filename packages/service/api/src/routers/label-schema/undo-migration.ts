import { id } from '@assay/contracts';
import { undoLabelSchemaMigration } from '@assay/services';
import { z } from 'zod';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { migrated } from '../../schemas/label-migration.ts';

export const undoMigrationRoute = labelSchemaProcedure('labelSchema.write')
  .input(z.object({ migrationId: id, revision: z.number().int() }))
  .output(migrated)
  .mutation(({ ctx, input }) => undoLabelSchemaMigration(ctx.deps, ctx.actor, input));
