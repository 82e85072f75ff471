import { AssayError, type ColumnEdit, type ColumnSpec, type ColumnType, detection } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, columnForType } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { stale } from '../frame/stale.ts';
import { asJson, requireSource, requireVersion } from './source-record.ts';

/** Applies a person's corrections; a changed type brings the physical type and the reading that goes with it. */
function applyEdits(
  columns: readonly ColumnSpec[],
  facts: Parameters<typeof columnForType>[1][],
  edits: readonly ColumnEdit[],
): ColumnSpec[] {
  const byIndex = new Map(edits.map((edit) => [edit.index, edit]));
  for (const edit of edits) {
    if (!columns.some((column) => column.index === edit.index)) {
      throw new AssayError('bad-input', `There is no column ${edit.index + 1} in this file.`, {
        field: 'columns',
      });
    }
  }
  const edited = columns.map((column, place) => {
    const edit = byIndex.get(column.index);
    if (edit === undefined) return column;
    const known = facts[place];
    const retyped =
      edit.type === undefined || edit.type === column.type || known === undefined
        ? column
        : { ...column, ...columnForType(edit.type satisfies ColumnType, known) };
    return {
      ...retyped,
      ...(edit.name === undefined ? {} : { name: edit.name }),
      ...(edit.role === undefined ? {} : { role: edit.role }),
      ...(edit.label === undefined ? {} : { label: edit.label }),
      ...(edit.unit === undefined ? {} : { unit: edit.unit }),
      ...(edit.meaning === undefined ? {} : { meaning: edit.meaning }),
      ...(edit.allowedValues === undefined ? {} : { allowedValues: edit.allowedValues }),
    };
  });
  const seen = new Map<string, string>();
  for (const column of edited) {
    const taken = seen.get(column.name.toLowerCase());
    if (taken !== undefined) {
      throw new AssayError('bad-input', `Two columns are called "${column.name}".`, {
        field: `columns.${column.index}.name`,
        next: 'Give one of them another name: names must differ without regard to case.',
      });
    }
    seen.set(column.name.toLowerCase(), column.name);
  }
  if (edited.filter((column) => column.role === 'target').length > 1) {
    throw new AssayError('bad-input', 'A table has one target at most.', {
      field: 'columns',
      next: 'Give the role "target" to one column only.',
    });
  }
  return edited;
}

/** What the current version says of columns of the same name: labels, units, meanings and roles carry over. */
export async function carryOver(
  t: Repositories,
  currentVersionId: string | null,
  columns: readonly ColumnSpec[],
): Promise<ColumnSpec[]> {
  if (currentVersionId === null) return [...columns];
  const known = new Map((await t.sources.columns(currentVersionId)).map((row) => [row.name, row.spec]));
  return columns.map((column) => {
    const spec = known.get(column.name) as Partial<ColumnSpec> | undefined;
    return spec === undefined
      ? column
      : {
          ...column,
          role: spec.role ?? column.role,
          label: spec.label ?? column.label,
          unit: spec.unit ?? column.unit,
          meaning: spec.meaning ?? column.meaning,
          allowedValues: spec.allowedValues ?? column.allowedValues,
        };
  });
}

/** Takes the reviewed columns and orders the import: chunks, search for personal data, profile. */
export function commitVersion(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; revision: number; columns: readonly ColumnEdit[] },
): Promise<{ jobId: string }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const version = await requireVersion(t, input.versionId);
    const source = await requireSource(t, version.sourceId);
    if (version.revision !== input.revision) throw stale('import');
    if (version.detected === null) {
      throw new AssayError('not-ready', 'The file has not been read yet.', {
        next: 'Wait for the reading to end.',
      });
    }
    const found = detection.parse(version.detected);
    const columns = applyEdits(found.columns, found.facts, input.columns);
    await t.sources.replaceColumns(
      input.versionId,
      columns.map((column) => ({ index: column.index, name: column.name, spec: asJson(column) })),
    );
    const moved = await t.sources.moveVersion(input.versionId, ['REVIEW', 'FAILED'], {
      status: 'COMMITTING',
    });
    if (!moved) throw new AssayError('conflict', 'This import was committed or discarded already.');
    const jobId = await order({
      kind: 'source.commit',
      payload: { versionId: input.versionId },
      subject: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
    });
    await record({
      action: 'source-version.committed',
      object: { type: 'sourceVersion', id: input.versionId },
      projectId: source.projectId,
      details: { columns: columns.length, corrected: input.columns.length, rows: found.rows },
      alsoTouched: [{ type: 'source', id: source.id }],
    });
    return { jobId };
  });
}
