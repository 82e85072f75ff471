import { labelMigration, labelSchema, type MigrationOperation } from '@assay/contracts';
import {
  type Actor,
  compareLabelSchemas,
  describeOperation,
  planMigration,
  undoableMigration,
} from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireLabelSchema } from './label-schema-record.ts';
import { newestOf, problemsOfBatches } from './migrate-label-schema.ts';

/** Annotations that a dry run looks at; of more it says that there are more. */
const MOST_LOOKED_AT = 2_000_000;
/** Samples that are named of those that somebody would have to decide. */
const MOST_EXAMPLES = 10;

/** What a migration would do, without doing it: the next version, and how much of the answers each operation is about. */
export function planLabelSchemaMigration(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaId: string; operations: readonly MigrationOperation[] },
) {
  return query(deps, actor, async (t) => {
    const parent = await requireLabelSchema(t, input.labelSchemaId);
    const newest = await newestOf(t, parent.id);
    const planned = planMigration(newest.document, input.operations, () => deps.ids.next());
    const problems = [...planned.problems, ...(await problemsOfBatches(t, parent.id, newest))];
    const reach = await t.labelMigrations.reach(parent.id, MOST_LOOKED_AT);
    const counts = await t.labelMigrations.counts(parent.id, MOST_LOOKED_AT, planned.reach);
    const undecided = counts.some((each) => each.undecided > 0);
    const examples = undecided
      ? await t.labelMigrations.examples(parent.id, MOST_LOOKED_AT, planned.reach, MOST_EXAMPLES)
      : [];
    return {
      revision: parent.revision,
      number: newest.number,
      problems,
      differences: compareLabelSchemas(newest.document, planned.schema),
      /** False where more annotations are there than were looked at. */
      exact: reach.annotations < MOST_LOOKED_AT,
      reach,
      versions: await t.labelMigrations.versionsInUse(parent.id),
      operations: input.operations.map((operation, at) => {
        const found = counts.find((each) => each.operation === at);
        return {
          words: describeOperation(newest.document, operation),
          annotations: found?.annotations ?? 0,
          given: found?.given ?? 0,
          undecided: found?.undecided ?? 0,
          examples: examples.filter((each) => each.operation === at),
        };
      }),
    };
  });
}

/** The migrations of a label schema, newest first, and which of them can be undone. */
export function listLabelSchemaMigrations(deps: Deps, actor: Actor, input: { labelSchemaId: string }) {
  return query(deps, actor, async (t) => {
    const parent = await requireLabelSchema(t, input.labelSchemaId);
    const rows = await t.labelMigrations.list(parent.id);
    const names = await t.members.names(rows.map((row) => row.createdBy));
    const undone = new Set(rows.flatMap(({ undoes }) => undoes ?? []));
    const undoable = undoableMigration(rows)?.id ?? null;
    const migrations = [];
    for (const row of rows.reverse()) {
      const before = labelSchema.parse((await t.labelSchemas.version(row.fromVersionId))?.document);
      migrations.push({
        id: row.id,
        fromVersionId: row.fromVersionId,
        fromNumber: row.fromNumber,
        toVersionId: row.toVersionId,
        toNumber: row.toNumber,
        operations: labelMigration
          .parse(row.document)
          .operations.map((operation) => describeOperation(before, operation)),
        undoes: row.undoes,
        undone: undone.has(row.id),
        undoable: row.id === undoable,
        note: row.note,
        batches: row.batches,
        createdAt: row.createdAt,
        createdBy: { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
      });
    }
    return { revision: parent.revision, migrations };
  });
}
