import { AssayError, type LabelSchema, labelSchema, notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { checkLabelSchema } from '@assay/domain';

export type LabelSchemaRow = NonNullable<Awaited<ReturnType<Repositories['labelSchemas']['get']>>>;
export type LabelSchemaVersionRow = NonNullable<Awaited<ReturnType<Repositories['labelSchemas']['version']>>>;

/** As many versions of a schema as are read at once. */
export const MOST_VERSIONS = 500;

export async function requireLabelSchema(t: Repositories, labelSchemaId: string): Promise<LabelSchemaRow> {
  const row = await t.labelSchemas.get(labelSchemaId);
  if (row === null) throw notFound('label schema');
  return row;
}

/** A version of a label schema that is not in the trash, with its document. */
export async function requireLabelSchemaVersion(
  t: Repositories,
  versionId: string,
): Promise<{ row: LabelSchemaVersionRow; parent: LabelSchemaRow; document: LabelSchema }> {
  const row = await t.labelSchemas.version(versionId);
  if (row === null) throw notFound('label schema version');
  const parent = await requireLabelSchema(t, row.labelSchemaId);
  return { row, parent, document: labelSchema.parse(row.document) };
}

/** The same, asked for as one of a project. */
export async function requireLabelSchemaVersionOf(t: Repositories, projectId: string, versionId: string) {
  const found = await requireLabelSchemaVersion(t, versionId);
  if (found.parent.projectId === projectId) return found;
  throw new AssayError('not-found', 'There is no such label schema in this project.', {
    field: 'labelSchemaVersionId',
  });
}

/** Errors that are never saved, because answers hold ids: one meaning per id, in all versions. */
const NEVER_SAVED = new Set(['duplicate-id', 'kind-changed', 'owner-changed']);

/** Refuses a document whose ids do not mean one thing each, alone and beside the versions before it. */
export function requireLastingIds(document: LabelSchema, before: readonly LabelSchema[]): void {
  for (const previous of before.length === 0 ? [null] : before) {
    const problem = checkLabelSchema(document, null, previous).find((each) => NEVER_SAVED.has(each.code));
    if (problem === undefined) continue;
    throw new AssayError('bad-input', problem.message, {
      kept: 'The versions before it are as they were.',
      field: `document.${problem.field}`,
      ...(problem.next === null ? {} : { next: problem.next }),
    });
  }
}
