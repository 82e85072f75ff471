import { type Change, changesOf, diffOfChanges, type RecordsDiff } from './diff.ts';
import type { CarryRecord, EditorRecord } from './record.ts';

/**
 * The diff that does to the records as they are now what `diff` did to those it was made of: of an updated record only
 * the properties change that differ there, as `carry` does it; what is gone meanwhile is not updated, what is there already is not added.
 * Where nothing else changed meanwhile it is the same diff.
 */
export function rebaseDiff<R extends EditorRecord>(
  diff: RecordsDiff<R>,
  current: (id: string) => R | undefined,
  carry: CarryRecord<R>,
): RecordsDiff<R> {
  return diffOfChanges(rebasedChanges(diff, current, carry));
}

function* rebasedChanges<R extends EditorRecord>(
  diff: RecordsDiff<R>,
  current: (id: string) => R | undefined,
  carry: CarryRecord<R>,
): Generator<[string, Change<R>]> {
  for (const [id, { before, after }] of changesOf(diff)) {
    const now = current(id);
    if (before === undefined) {
      if (now === undefined) yield [id, { before: undefined, after }];
    } else if (now !== undefined) {
      yield [id, { before: now, after: after === undefined ? undefined : carry(before, after, now) }];
    }
  }
}
