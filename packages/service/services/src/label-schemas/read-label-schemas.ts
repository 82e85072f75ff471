import { AssayError, labelSchema } from '@assay/contracts';
import { type Actor, checkLabelSchema, compareLabelSchemas as differencesOf } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireLabelSchema, requireLabelSchemaVersion } from './label-schema-record.ts';

/** Label schemas of a project, newest first, each with what its newest version asks. */
export function listLabelSchemas(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; search: string; trashed: boolean; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.labelSchemas.list(input.projectId, input);
    const page = rows.slice(0, input.limit);
    return {
      labelSchemas: page.map((row) => {
        const newest = row.versions[0];
        if (newest === undefined) throw withoutVersion();
        const document = labelSchema.parse(newest.document);
        return {
          id: row.id,
          name: row.name,
          description: row.description,
          versionId: newest.id,
          number: newest.number,
          questions: document.questions.map(({ name, kind }) => ({ name, kind })),
          labels: document.questions.reduce(
            (sum, each) => sum + ('labels' in each ? each.labels.filter((one) => !one.deprecated).length : 0),
            0,
          ),
          sound: checkLabelSchema(document).every((problem) => problem.severity !== 'error'),
          createdAt: row.createdAt,
          updatedAt: row.updatedAt,
          trashedAt: row.deletedAt,
          revision: row.revision,
        };
      }),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** A label schema with its versions, the newest document, and what keeps it from being labelled with. */
export function getLabelSchema(deps: Deps, actor: Actor, input: { labelSchemaId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireLabelSchema(t, input.labelSchemaId);
    const versions = await t.labelSchemas.versions(row.id);
    const [newest, previous] = await t.labelSchemas.documents(row.id, 2);
    if (newest === undefined) throw withoutVersion();
    const names = await t.members.names(versions.map((each) => each.createdBy));
    const document = labelSchema.parse(newest.document);
    const before = previous === undefined ? null : labelSchema.parse(previous.document);
    return {
      id: row.id,
      projectId: row.projectId,
      name: row.name,
      description: row.description,
      revision: row.revision,
      createdAt: row.createdAt,
      versionId: newest.id,
      number: newest.number,
      document,
      problems: checkLabelSchema(document, null, before),
      versions: versions.map((each) => ({
        id: each.id,
        number: each.number,
        note: each.note,
        createdAt: each.createdAt,
        createdBy: { userId: each.createdBy, name: names.get(each.createdBy) ?? null },
      })),
    };
  });
}

/** One version, with its document. */
export function getLabelSchemaVersion(deps: Deps, actor: Actor, input: { labelSchemaVersionId: string }) {
  return query(deps, actor, async (t) => {
    const { row, parent, document } = await requireLabelSchemaVersion(t, input.labelSchemaVersionId);
    return {
      id: row.id,
      labelSchemaId: parent.id,
      labelSchemaName: parent.name,
      number: row.number,
      note: row.note,
      document,
      createdAt: row.createdAt,
    };
  });
}

/** What two versions say differently; they may be of two label schemas of one project. */
export function compareLabelSchemaVersions(
  deps: Deps,
  actor: Actor,
  input: { labelSchemaVersionId: string; otherVersionId: string },
) {
  return query(deps, actor, async (t) => {
    const before = await requireLabelSchemaVersion(t, input.labelSchemaVersionId);
    const after = await requireLabelSchemaVersion(t, input.otherVersionId).catch(() => null);
    if (after === null || after.parent.projectId !== before.parent.projectId) {
      throw new AssayError('not-found', 'There is no such label schema version in this project.', {
        field: 'otherVersionId',
      });
    }
    const side = ({ parent, row }: typeof before) => ({
      labelSchemaId: parent.id,
      labelSchemaName: parent.name,
      number: row.number,
    });
    return {
      before: side(before),
      after: side(after),
      differences: differencesOf(before.document, after.document),
    };
  });
}

function withoutVersion(): AssayError {
  return new AssayError('internal', 'A label schema without a version was found.');
}
