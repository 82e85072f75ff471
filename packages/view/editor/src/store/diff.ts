import type { EditorRecord } from './record.ts';

/** A record before and after a change. */
export type Update<R extends EditorRecord> = { readonly from: R; readonly to: R };

/** How one state of the records becomes another, by id. An id is in at most one of the three. */
export type RecordsDiff<R extends EditorRecord> = {
  readonly added: ReadonlyMap<string, R>;
  readonly updated: ReadonlyMap<string, Update<R>>;
  readonly removed: ReadonlyMap<string, R>;
};

/** The diff of a state to itself. */
export function emptyDiff<R extends EditorRecord>(): RecordsDiff<R> {
  return { added: new Map(), updated: new Map(), removed: new Map() };
}

/** Does the diff change nothing? */
export function isEmptyDiff<R extends EditorRecord>(diff: RecordsDiff<R>): boolean {
  return diff.added.size === 0 && diff.updated.size === 0 && diff.removed.size === 0;
}

/** The diff that leads back: inverting twice gives the same diff. */
export function invertDiff<R extends EditorRecord>(diff: RecordsDiff<R>): RecordsDiff<R> {
  const updated = new Map<string, Update<R>>();
  for (const [id, { from, to }] of diff.updated) updated.set(id, { from: to, to: from });
  return { added: diff.removed, updated, removed: diff.added };
}

/** What a diff says of one record: before and after, undefined where there is none. */
export type Change<R extends EditorRecord> = { before: R | undefined; after: R | undefined };

/** The change of each record that a diff touches. */
export function* changesOf<R extends EditorRecord>(diff: RecordsDiff<R>): Generator<[string, Change<R>]> {
  for (const [id, before] of diff.removed) yield [id, { before, after: undefined }];
  for (const [id, { from, to }] of diff.updated) yield [id, { before: from, after: to }];
  for (const [id, after] of diff.added) yield [id, { before: undefined, after }];
}

/** A diff from changes; a record that is the same object before and after is left out. */
export function diffOfChanges<R extends EditorRecord>(
  changes: Iterable<readonly [string, Change<R>]>,
): RecordsDiff<R> {
  const added = new Map<string, R>();
  const updated = new Map<string, Update<R>>();
  const removed = new Map<string, R>();
  for (const [id, { before, after }] of changes) {
    if (before === after) continue;
    if (before === undefined) added.set(id, after!);
    else if (after === undefined) removed.set(id, before);
    else updated.set(id, { from: before, to: after });
  }
  return { added, updated, removed };
}

/**
 * One diff for two, the second of which begins where the first ends. Where it does not (somebody else changed a record
 * between them), the result goes from the first's beginning to the second's end.
 */
export function composeDiffs<R extends EditorRecord>(
  first: RecordsDiff<R>,
  second: RecordsDiff<R>,
): RecordsDiff<R> {
  const changes = new Map<string, Change<R>>(changesOf(first));
  for (const [id, change] of changesOf(second)) {
    const earlier = changes.get(id);
    changes.set(id, earlier === undefined ? change : { before: earlier.before, after: change.after });
  }
  return diffOfChanges(changes);
}

/** The part of a diff whose records fulfil a condition; the condition must not change with an update. */
export function filterDiff<R extends EditorRecord>(
  diff: RecordsDiff<R>,
  keep: (record: R) => boolean,
): RecordsDiff<R> {
  const kept = <T>(map: ReadonlyMap<string, T>, recordOf: (value: T) => R) =>
    new Map([...map].filter(([, value]) => keep(recordOf(value))));
  return {
    added: kept(diff.added, (record) => record),
    updated: kept(diff.updated, ({ to }) => to),
    removed: kept(diff.removed, (record) => record),
  };
}
