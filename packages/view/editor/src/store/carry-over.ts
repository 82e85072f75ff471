import type { CarryRecord, CarryValue, EditorRecord, PartlyCarried } from './record.ts';
import { isSameValue } from './same-value.ts';

/**
 * How a change from one record to another is done to a third: properties that differ between the two become what they
 * became there, all at once but for those of `partly`. What is the same, although it is another object, is no change.
 */
export function carryOver<R extends EditorRecord>(partly: PartlyCarried<R>): CarryRecord<R> {
  return (from, to, now) => {
    if (now === from) return to;
    return carryProperties(from, to, now, partly[now.type as R['type']]);
  };
}

/** `now` with the properties that differ between `from` and `to` as `to` has them. */
export function carryProperties<T extends object>(
  from: T,
  to: T,
  now: T,
  partly: Readonly<Record<string, CarryValue>> = {},
): T {
  const next = { ...now } as Record<string, unknown>;
  const [before, after] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
  let isChanged = false;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (before.has(key) && after.has(key) && isSameValue(before.get(key), after.get(key))) continue;
    isChanged = true;
    if (!after.has(key)) delete next[key];
    else {
      const carry = partly[key] ?? ((_, changed) => changed);
      next[key] = carry(before.get(key), after.get(key), next[key]);
    }
  }
  return isChanged ? (next as T) : now;
}
