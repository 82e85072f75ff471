import type { DrawnChange, DrawnRecord } from '@assay/contracts';
import { isSameJson } from './is-same-json.ts';

type Json = DrawnChange['updated'][number]['values'][string];
type Values = { readonly [property: string]: Json | undefined };

/** One record of an image that is being labelled, as the server has it. */
export type StoredDrawn = {
  id: string;
  /** Null once it was removed; it is kept, so that whoever has not seen it go is told. */
  record: DrawnRecord | null;
  /** Revision at which it was last changed or removed. */
  revision: number;
  /** Revision at which each property was last changed. */
  changed: { readonly [property: string]: number };
};

/** What one person has drawn on one image, beside its records. */
export type DrawnHead = {
  /** Counts accepted changes from 0. */
  revision: number;
  /** Last step accepted of each client. */
  steps: { readonly [clientId: string]: number };
};

export const emptyDrawn: DrawnHead = { revision: 0, steps: {} };

/** What a change of another tab replaced unseen: it can be brought back. */
export type ReplacedDrawn =
  | { kind: 'value'; id: string; property: string; value: Json | undefined; revision: number }
  /** Changed by this change, and removed before: it stays removed. */
  | { kind: 'removed-before'; id: string; values: Values }
  /** Removed by this change, and changed before: it goes. */
  | { kind: 'removed'; id: string; record: DrawnRecord; revision: number };

export type MergedDrawn = {
  head: DrawnHead;
  /** Records that are other than before; all others stay as they are. */
  records: StoredDrawn[];
  replaced: ReplacedDrawn[];
};

/** Clients remembered, at most: one for each time that a tab opened the image. */
const MOST_CLIENTS = 100;

const valuesOf = ({ id: _, type: __, ...values }: DrawnRecord): Values => values as unknown as Values;

/**
 * The records after one change. Steps of a client that were taken before change nothing (null), so that sending again
 * is safe; a step that comes before the one in front of it is refused (`gap`), so that none is passed over. Changes of
 * different records and of different properties are all kept whatever their order; of the same property the later
 * stands. Removing wins over changing, whichever came first. What was replaced unseen is told.
 *
 * @param stored the records that the change names, as far as they were ever there
 */
export function mergeDrawn(
  head: DrawnHead,
  stored: ReadonlyMap<string, StoredDrawn>,
  change: DrawnChange,
): MergedDrawn | 'gap' | null {
  const last = head.steps[change.clientId] ?? 0;
  if (change.step <= last) return null;
  if (change.step > last + 1) return 'gap';
  const revision = head.revision + 1;
  const records = new Map<string, StoredDrawn>();
  const replaced: ReplacedDrawn[] = [];
  const now = (id: string): StoredDrawn | undefined => records.get(id) ?? stored.get(id);
  for (const record of change.added) {
    const before = now(record.id);
    if (before?.record == null) {
      const changed = Object.fromEntries(Object.keys(valuesOf(record)).map((name) => [name, revision]));
      records.set(record.id, { id: record.id, record, revision, changed });
    } else {
      // Added again after an answer was lost, or by two tabs that took it back from the same step.
      const after = withValues(before, valuesOf(record), change.baseRevision, revision, replaced);
      if (after !== null) records.set(record.id, after);
    }
  }
  for (const { id, values } of change.updated) {
    const before = now(id);
    if (before?.record == null) {
      replaced.push({ kind: 'removed-before', id, values });
      continue;
    }
    const after = withValues(before, values, change.baseRevision, revision, replaced);
    if (after !== null) records.set(id, after);
  }
  for (const id of change.removed) {
    const before = now(id);
    if (before?.record == null) continue;
    if (before.revision > change.baseRevision && before.revision < revision) {
      replaced.push({ kind: 'removed', id, record: before.record, revision: before.revision });
    }
    records.set(id, { id, record: null, revision, changed: {} });
  }
  const { [change.clientId]: _, ...others } = head.steps;
  // The client that spoke last stands last, so that the one forgotten was silent longest.
  const steps = Object.fromEntries(
    [...Object.entries(others), [change.clientId, change.step] as const].slice(-MOST_CLIENTS),
  );
  return { head: { revision, steps }, records: [...records.values()], replaced };
}

/** A record with some of its properties set; null where all of them are so already. */
function withValues(
  before: StoredDrawn,
  values: Values,
  baseRevision: number,
  revision: number,
  replaced: ReplacedDrawn[],
): StoredDrawn | null {
  const { id, record } = before;
  if (record === null) return null;
  const there = record as unknown as Values;
  const changed: Record<string, number> = { ...before.changed };
  const next: Record<string, Json | undefined> = { ...there };
  for (const [property, value] of Object.entries(values)) {
    if (property === 'id' || property === 'type' || isSameJson(there[property], value)) continue;
    const at = changed[property] ?? 0;
    // Of what moves the geometry is told with its track.
    const isTold = property !== 'geometry' || there.track === undefined;
    if (isTold && at > baseRevision && at < revision) {
      replaced.push({ kind: 'value', id, property, value: there[property], revision: at });
    }
    next[property] = value;
    changed[property] = revision;
  }
  if (Object.values(changed).every((each) => each < revision)) return null;
  return { id, record: knownByTrack(next), revision, changed };
}

/**
 * Of what moves the geometry is that of its first key frame: one tab may have set the one, and another the other. What is
 * no track is left for the check of the whole record.
 */
function knownByTrack(values: Values): DrawnRecord {
  const track = values.track as { keyFrames?: { geometry?: Json }[] } | undefined;
  const geometry = track?.keyFrames?.[0]?.geometry;
  return (geometry == null ? values : { ...values, geometry }) as unknown as DrawnRecord;
}
