import { type Change, changesOf, diffOfChanges, type RecordsDiff } from './diff.ts';
import type { EditorRecord } from './record.ts';

/**
 * The diff that does to the records as they are now what `diff` did to those it was made of: of an updated record only
 * the properties change that differ there; what is gone meanwhile is not updated, what is there already is not added.
 * Where nothing else changed meanwhile it is the same diff.
 */
export function rebaseDiff<R extends EditorRecord>(
  diff: RecordsDiff<R>,
  current: (id: string) => R | undefined,
): RecordsDiff<R> {
  return diffOfChanges(rebasedChanges(diff, current));
}

function* rebasedChanges<R extends EditorRecord>(
  diff: RecordsDiff<R>,
  current: (id: string) => R | undefined,
): Generator<[string, Change<R>]> {
  for (const [id, { before, after }] of changesOf(diff)) {
    const now = current(id);
    if (before === undefined) {
      if (now === undefined) yield [id, { before: undefined, after }];
    } else if (now !== undefined) {
      yield [id, { before: now, after: after === undefined ? undefined : carryOver(before, after, now) }];
    }
  }
}

/** `now` with the properties that differ between `from` and `to` as `to` has them. */
export function carryOver<R extends EditorRecord>(from: R, to: R, now: R): R {
  if (now === from) return to;
  const next = { ...now };
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)]) as Set<keyof R>) {
    if (from[key] === to[key]) continue;
    if (key in to) next[key] = to[key];
    else delete next[key];
  }
  return next;
}
