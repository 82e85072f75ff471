import { MOST_OPERATIONS, migrationOperation } from '@assay/contracts';
import { planLabelSchemaMigration } from '@assay/services';
import { z } from 'zod';
import { labelSchemaProcedure } from '../../frame/procedures.ts';
import { migrationPlan } from '../../schemas/label-migration.ts';

/** A mutation for the length of what it is asked; it changes nothing. */
export const planMigrationRoute = labelSchemaProcedure('labelSchema.write')
  .input(z.object({ operations: z.array(migrationOperation).min(1).max(MOST_OPERATIONS) }))
  .output(migrationPlan)
  .mutation(({ ctx, input }) => planLabelSchemaMigration(ctx.deps, ctx.actor, input));
