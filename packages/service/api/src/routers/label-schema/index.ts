import { router } from '../../frame/trpc.ts';
import { compareLabelSchemasRoute } from './compare-label-schemas.ts';
import { copyLabelSchemaRoute } from './copy-label-schema.ts';
import { createLabelSchemaRoute } from './create-label-schema.ts';
import { getLabelSchemaRoute } from './get-label-schema.ts';
import { getLabelSchemaVersionRoute } from './get-label-schema-version.ts';
import { listLabelSchemasRoute } from './list-label-schemas.ts';
import { listMigrationsRoute } from './list-migrations.ts';
import { migrateLabelSchemaRoute } from './migrate-label-schema.ts';
import { planMigrationRoute } from './plan-migration.ts';
import { restoreLabelSchemaRoute } from './restore-label-schema.ts';
import { saveLabelSchemaRoute } from './save-label-schema.ts';
import { trashLabelSchemaRoute } from './trash-label-schema.ts';
import { undoMigrationRoute } from './undo-migration.ts';
import { updateLabelSchemaRoute } from './update-label-schema.ts';

export const labelSchemaRouter = router({
  compare: compareLabelSchemasRoute,
  copy: copyLabelSchemaRoute,
  create: createLabelSchemaRoute,
  get: getLabelSchemaRoute,
  list: listLabelSchemasRoute,
  migrate: migrateLabelSchemaRoute,
  migrations: listMigrationsRoute,
  planMigration: planMigrationRoute,
  restore: restoreLabelSchemaRoute,
  save: saveLabelSchemaRoute,
  trash: trashLabelSchemaRoute,
  undoMigration: undoMigrationRoute,
  update: updateLabelSchemaRoute,
  version: getLabelSchemaVersionRoute,
});
