import type { DrawnRecord } from '@assay/contracts';
import { type DrawnEdit, firstGeometry } from '@assay/domain';
import type { EditorRecords, RecordsDiff } from '@assay/editor';

/** Is it part of what is drawn, and not of how somebody looks at it? */
export const isDrawn = (record: EditorRecords): record is Extract<EditorRecords, DrawnRecord> =>
  record.type === 'region' || record.type === 'relation';

/** A record as it is kept: of what moves through frames the geometry is that of the first key frame, wherever one looks. */
export function asKept<R extends EditorRecords>(record: R): R {
  if (record.type !== 'region' || record.track === undefined) return record;
  return { ...record, geometry: firstGeometry(record.track) };
}

type Json = DrawnEdit['updated'][number]['values'][string];

/** What changed between two states of a drawing, as it is sent: of a record that stays, the properties that did. */
export function editOfDiff(diff: RecordsDiff<EditorRecords>): DrawnEdit {
  const updated: DrawnEdit['updated'] = [];
  for (const [id, { from, to }] of diff.updated) {
    if (!isDrawn(to)) continue;
    const before = asKept(from) as unknown as Readonly<Record<string, unknown>>;
    const after = asKept(to) as unknown as Readonly<Record<string, Json | undefined>>;
    const values: DrawnEdit['updated'][number]['values'] = {};
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      // What is there no more, as a flag that was undone, is null: what is not named stays as it is kept.
      if (before[name] !== after[name]) values[name] = after[name] ?? null;
    }
    if (Object.keys(values).length > 0) updated.push({ id, values });
  }
  return {
    added: [...diff.added.values()].filter(isDrawn).map(asKept) as DrawnRecord[],
    updated,
    removed: [...diff.removed.values()].filter(isDrawn).map(({ id }) => id),
  };
}
