import { listLabelSchemaMigrations } from '@assay/services';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { migrationHistory } from '../../schemas/label-migration.ts';

export const listMigrationsRoute = labelSchemaProcedure('labelSchema.read')
  .output(migrationHistory)
  .query(({ ctx, input }) => listLabelSchemaMigrations(ctx.deps, ctx.actor, input));
