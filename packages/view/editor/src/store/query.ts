import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { EditorRecord } from './record.ts';

/** The ids of the records that fulfil a condition, kept in step with each write. */
export type Query<R extends EditorRecord> = {
  /** A new set whenever a record joins or leaves, the same one otherwise. */
  readonly ids: ReadonlySignal<ReadonlySet<string>>;
  readonly write: (id: string, record: R | undefined) => void;
};

/**
 * A query over records. A write costs one call of `matches`; the set is copied only when somebody reads it after it
 * changed, so that adding many records at once copies once.
 */
export function createQuery<R extends EditorRecord>(
  records: Iterable<R>,
  matches: (record: R) => boolean,
): Query<R> {
  const members = new Set<string>();
  for (const record of records) if (matches(record)) members.add(record.id);
  const version = signal(0);
  const ids = computed<ReadonlySet<string>>(() => {
    void version.value;
    return new Set(members);
  });
  const write = (id: string, record: R | undefined) => {
    const belongs = record !== undefined && matches(record);
    if (belongs === members.has(id)) return;
    if (belongs) members.add(id);
    else members.delete(id);
    version.value = version.peek() + 1;
  };
  return { ids, write };
}
