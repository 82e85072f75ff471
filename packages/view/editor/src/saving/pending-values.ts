import type { CarryValue } from '../store/record.ts';
import { isSameValue } from '../store/same-value.ts';

/** A property that is here what it is not yet there. */
export type PendingValue = {
  /** What it is there, as far as it is known. */
  readonly base: unknown;
  /** What it is here. */
  readonly mine: unknown;
  /** What was sent and did not come back yet; none, or one. */
  readonly sent: readonly [] | readonly [unknown];
};

/** Properties by name; one that is undefined is not there. */
export type PendingValues = ReadonlyMap<string, PendingValue>;

/** The same property was changed here and there, and one of both is lost. */
export type ValueConflict = {
  readonly property: string;
  readonly base: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
};

type Values = Readonly<Record<string, unknown>>;

/** Pending values after a change here from one record to another. */
export function editValues(pending: PendingValues, before: object, after: object): PendingValues {
  const [from, to] = [before as Values, after as Values];
  const next = new Map(pending);
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (isSameValue(from[key], to[key])) continue;
    const { base, sent } = pending.get(key) ?? { base: from[key], sent: [] };
    setOrSettle(next, key, { base, mine: to[key], sent });
  }
  return next;
}

/** Pending values after the record is known to be `theirs` there, and which of those changes are lost by mine. */
export function receiveValues(
  pending: PendingValues,
  theirs: object,
  carry: (property: string) => CarryValue,
): { readonly pending: PendingValues; readonly conflicts: readonly ValueConflict[] } {
  const next = new Map(pending);
  const conflicts: ValueConflict[] = [];
  for (const [property, value] of pending) {
    const there = (theirs as Values)[property];
    const { base, mine, sent } = value;
    if (sent.some((each) => isSameValue(each, there))) {
      setOrSettle(next, property, { base: there, mine, sent: [] });
    } else if (!isSameValue(base, there)) {
      const merged = carry(property)(base, mine, there);
      if (isLost(carry(property), { base, mine, there, merged }))
        conflicts.push({ property, base, theirs: there, mine });
      setOrSettle(next, property, { base: there, mine: merged, sent });
    }
  }
  return { pending: next, conflicts };
}

/**
 * Is something lost of what was done here or there? Where nothing is, it does not matter whose change is done first, and
 * each change is part of the result.
 */
function isLost(
  carry: CarryValue,
  { base, mine, there, merged }: { base: unknown; mine: unknown; there: unknown; merged: unknown },
): boolean {
  /** Had a change nowhere to go: the other's value is the result, and holds nothing of it that could be taken back? */
  const isGone = (changed: unknown, other: unknown) =>
    isSameValue(merged, other) && isSameValue(carry(changed, base, other), other);
  return !isSameValue(merged, carry(base, there, mine)) || isGone(mine, there) || isGone(there, mine);
}

/** Pending values when all of them were sent. */
export const sendValues = (pending: PendingValues): PendingValues =>
  new Map([...pending].map(([property, value]) => [property, { ...value, sent: [value.mine] }]));

/** Pending values when all that were sent are there. */
export function acknowledgeValues(pending: PendingValues): PendingValues {
  const next = new Map(pending);
  for (const [property, { base, mine, sent }] of pending) {
    setOrSettle(next, property, { base: sent.length === 0 ? base : sent[0], mine, sent: [] });
  }
  return next;
}

/** A record with pending values laid on top of it. */
export const layValues = <R extends object>(record: R, pending: PendingValues): R =>
  withValues(record, pending, ({ mine }) => mine);

/** A record as it is there, from what it is here. */
export const baseOfValues = <R extends object>(record: R, pending: PendingValues): R =>
  withValues(record, pending, ({ base }) => base);

function withValues<R extends object>(
  record: R,
  pending: PendingValues,
  pick: (value: PendingValue) => unknown,
): R {
  const next: Record<string, unknown> = { ...(record as Values) };
  for (const [property, value] of pending) {
    if (pick(value) === undefined) delete next[property];
    else next[property] = pick(value);
  }
  return next as R;
}

/** What is the same here and there is settled, unless something else that was sent is still under way. */
function setOrSettle(pending: Map<string, PendingValue>, property: string, value: PendingValue): void {
  if (value.sent.length === 0 && isSameValue(value.base, value.mine)) pending.delete(property);
  else pending.set(property, value);
}
