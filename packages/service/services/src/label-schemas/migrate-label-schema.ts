import {
  AssayError,
  type LabelMigration,
  type LabelSchema,
  labelMigration,
  labelSchema,
  type MigrationOperation,
  type MigrationProblem,
  notFound,
} from '@assay/contracts';
import type { MigrationRow, Repositories } from '@assay/db';
import {
  type Actor,
  type AppliedMigration,
  goneFromSchema,
  planMigration,
  stepsSince,
  undoableMigration,
  undoMigration,
} from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { orderSweep } from '../review/order-sweep.ts';
import { asJson } from '../sources/source-record.ts';
import {
  type LabelSchemaRow,
  MOST_VERSIONS,
  requireLabelSchema,
  requireLastingIds,
} from './label-schema-record.ts';

/** Batches that an event names; of more it says how many. */
const MOST_NAMED = 100;

export type Migrated = { migrationId: string; versionId: string; number: number; batches: number };

/** The newest version of a label schema, which migrations begin at. */
export async function newestOf(
  t: Repositories,
  labelSchemaId: string,
): Promise<{ id: string; number: number; document: LabelSchema }> {
  const [newest] = await t.labelSchemas.documents(labelSchemaId, 1);
  if (newest === undefined) throw new AssayError('internal', 'A label schema without a version was found.');
  return { ...newest, document: labelSchema.parse(newest.document) };
}

/**
 * What keeps the batches of a label schema from going on by its newest version: that it lacks something that they
 * still ask with.
 */
export async function problemsOfBatches(
  t: Repositories,
  labelSchemaId: string,
  newest: { id: string; document: LabelSchema },
): Promise<MigrationProblem[]> {
  const problems: MigrationProblem[] = [];
  for (const { id, number, batches } of await t.labelMigrations.versionsInUse(labelSchemaId)) {
    if (id === newest.id) continue;
    const older = await t.labelSchemas.version(id);
    const [first, ...others] = goneFromSchema(labelSchema.parse(older?.document), newest.document);
    if (first === undefined) continue;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    problems.push({
      operation: null,
      code: 'gone-from-newest',
      message: `Version ${number}, by which ${batches} batches ask, has “${first}”${more}; the newest version has not.`,
      next: 'Save a version that has it, deprecated if need be, and migrate that.',
    });
  }
  return problems;
}

/** Fails with the first thing that keeps a migration from being applied. */
function requireNone(problems: readonly MigrationProblem[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` There are ${others.length} more problems.`;
  throw new AssayError('bad-input', `${first.message}${more}`, {
    kept: 'Nothing was changed.',
    field: first.operation === null ? 'operations' : `operations.${first.operation}`,
    ...(first.next === null ? {} : { next: first.next }),
  });
}

/**
 * Applies operations to the newest version of a label schema: the next version, how answers given before are read, and
 * the batches that go on by it, all in one transaction and without a word of what was answered being written anew.
 */
export function migrateLabelSchema(
  deps: Deps,
  actor: Actor,
  input: {
    labelSchemaId: string;
    revision: number;
    operations: readonly MigrationOperation[];
    note: string;
  },
): Promise<Migrated> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const { t } = context;
    const parent = await requireLabelSchema(t, input.labelSchemaId);
    // The row is held from here on: of two migrations at once, the second is told so.
    if (!(await t.labelSchemas.update(parent.id, input.revision, {}))) throw stale('label schema');
    const newest = await newestOf(t, parent.id);
    const planned = planMigration(newest.document, input.operations, () => deps.ids.next());
    requireNone([...planned.problems, ...(await problemsOfBatches(t, parent.id, newest))]);
    const { note } = input;
    const of = { parent, from: newest.id, schema: planned.schema, migration: planned.migration, note };
    return write(deps, context, { ...of, undoes: null, createdBy });
  });
}

/**
 * Undoes the newest migration that stands, by another one: what was answered before it is read as it was given, what
 * was answered under it as far as it can be told.
 */
export function undoLabelSchemaMigration(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaId: string; migrationId: string; revision: number },
): Promise<Migrated> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const { t } = context;
    const parent = await requireLabelSchema(t, input.labelSchemaId);
    if (!(await t.labelSchemas.update(parent.id, input.revision, {}))) throw stale('label schema');
    const all = await t.labelMigrations.list(parent.id);
    if (!all.some(({ id }) => id === input.migrationId)) throw notFound('migration');
    const undone = undoableMigration(all);
    if (undone === null || undone.id !== input.migrationId) {
      throw new AssayError('conflict', 'Only the newest migration that stands can be undone.', {
        kept: 'Nothing was changed.',
        next: 'Undo the later ones first.',
        field: 'migrationId',
      });
    }
    const newest = await newestOf(t, parent.id);
    const [before, after] = await Promise.all(
      [undone.fromVersionId, undone.toVersionId].map(async (id) =>
        labelSchema.parse((await t.labelSchemas.version(id))?.document),
      ),
    );
    if (before === undefined || after === undefined) throw new AssayError('internal', 'A version is gone.');
    const { schema, problems } = undoMigration(before, after, newest.document);
    requireNone([...problems, ...(await problemsOfBatches(t, parent.id, newest))]);
    const migration: LabelMigration = {
      type: 'assay.label-migration',
      version: 1,
      operations: [],
      steps: labelMigration.parse(undone.document).undoSteps,
      undoSteps: [],
    };
    const of = { parent, from: newest.id, schema, migration, note: '' };
    return write(deps, context, { ...of, undoes: undone.id, createdBy });
  });
}

const applied = (row: MigrationRow): AppliedMigration => ({
  id: row.id,
  to: row.toNumber,
  undoes: row.undoes,
  steps: labelMigration.parse(row.document).steps,
});

async function write(
  deps: Deps,
  { t, record, order }: CommandContext,
  of: {
    parent: LabelSchemaRow;
    from: string;
    schema: LabelSchema;
    migration: LabelMigration;
    note: string;
    undoes: string | null;
    createdBy: string;
  },
): Promise<Migrated> {
  const { parent, schema, migration, note, undoes, createdBy } = of;
  const [migrationId, versionId] = [deps.ids.next(), deps.ids.next()];
  const before = await t.labelSchemas.documents(parent.id, MOST_VERSIONS);
  requireLastingIds(
    schema,
    before.map((each) => labelSchema.parse(each.document)),
  );
  const { number } = await t.labelSchemas.addVersion({
    id: versionId,
    labelSchemaId: parent.id,
    document: asJson(schema),
    note,
    createdBy,
  });
  const batches = await t.labelMigrations.moveBatches(parent.id, versionId);
  await t.labelMigrations.add({
    id: migrationId,
    labelSchemaId: parent.id,
    fromVersionId: of.from,
    toVersionId: versionId,
    document: asJson(migration),
    undoes,
    note,
    batches: batches.length,
    createdBy,
  });
  const all = (await t.labelMigrations.list(parent.id)).map(applied);
  const readings = (await t.labelSchemas.numbers(parent.id)).flatMap((version) => {
    const steps = stepsSince(version.number, all);
    return steps.length === 0 ? [] : [{ versionId: version.id, steps }];
  });
  await t.labelMigrations.setReadings(parent.id, readings);
  await record({
    action: undoes === null ? 'label-schema.migrated' : 'label-schema.migration-undone',
    object: { type: 'labelSchema', id: parent.id },
    projectId: parent.projectId,
    details: {
      migration: migrationId,
      number,
      operations: migration.operations.map(({ kind }) => kind),
      batches: batches.length,
      ...(undoes === null ? {} : { undoes }),
    },
    alsoTouched: [
      { type: 'labelSchemaVersion', id: versionId },
      ...batches.slice(0, MOST_NAMED).map((id) => ({ type: 'batch', id })),
    ],
  });
  // Answers that were read otherwise may agree now, or differ.
  if (migration.steps.length > 0 || undoes !== null) {
    for (const id of batches) await orderSweep({ t, order }, { id, projectId: parent.projectId });
  }
  return { migrationId, versionId, number, batches: batches.length };
}
