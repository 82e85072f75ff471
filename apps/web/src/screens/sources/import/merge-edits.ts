import type { ColumnEdit, ColumnSpec } from '@assay/contracts';

/** What a person may change about a column before it is imported. */
export type EditableField = 'name' | 'type' | 'role' | 'label' | 'unit' | 'meaning';
export type FieldEdit = Partial<Pick<ColumnEdit, EditableField>>;
export type Edits = Readonly<Record<number, FieldEdit>>;

/** Adds one change; a field that is again as it was read is no change any more. */
export function mergeEdit(edits: Edits, column: ColumnSpec, change: FieldEdit): Edits {
  const merged: FieldEdit = { ...edits[column.index], ...change };
  const kept = Object.fromEntries(
    Object.entries(merged).filter(([field, value]) => value !== column[field as EditableField]),
  );
  const { [column.index]: _before, ...others } = edits;
  return Object.keys(kept).length === 0 ? others : { ...others, [column.index]: kept };
}

/** Makes one column the target: a table has one at most, so the other gives the role up. */
export function mergeTarget(edits: Edits, columns: readonly ColumnSpec[], column: ColumnSpec): Edits {
  const others = columns.filter(
    (each) => each.index !== column.index && (edits[each.index]?.role ?? each.role) === 'target',
  );
  const freed = others.reduce((all, each) => mergeEdit(all, each, { role: 'feature' }), edits);
  return mergeEdit(freed, column, { role: 'target' });
}

/** The changes as they are sent. */
export function editsToSend(edits: Edits): ColumnEdit[] {
  return Object.entries(edits).map(([index, edit]) => ({ index: Number(index), ...edit }));
}
