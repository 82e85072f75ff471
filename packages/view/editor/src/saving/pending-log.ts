import { type Change, changesOf, type RecordsDiff } from '../store/diff.ts';
import type { CarryValue, EditorRecord, PartlyCarried } from '../store/record.ts';
import { isSameValue } from '../store/same-value.ts';
import {
  acknowledgeValues,
  baseOfValues,
  editValues,
  layValues,
  type PendingValues,
  receiveValues,
  sendValues,
  type ValueConflict,
} from './pending-values.ts';

/** What one record is here and not yet there. */
type Pending<R extends EditorRecord> =
  /** `sent`: as it was sent. `isRemoved`: there it goes first, by a removal that was sent. */
  | { readonly kind: 'add'; readonly mine: R; readonly sent: R | undefined; readonly isRemoved: boolean }
  | { readonly kind: 'update'; readonly values: PendingValues }
  /** `base` undefined: it is gone there too. `values` were pending when it was removed: they may still come back. */
  | {
      readonly kind: 'remove';
      readonly base: R | undefined;
      readonly values: PendingValues;
      readonly isSent: boolean;
    };

/** What is to be saved of one record. */
export type Unsaved<R extends EditorRecord> =
  | { readonly kind: 'add'; readonly id: string; readonly record: R }
  | {
      readonly kind: 'update';
      readonly id: string;
      /** What each property was there when it was changed, and what it is here; undefined for one that is not there. */
      readonly values: Readonly<Record<string, { readonly base: unknown; readonly mine: unknown }>>;
    }
  | { readonly kind: 'remove'; readonly id: string };

/** What was changed here and there so that one of both is lost. */
export type Conflict<R extends EditorRecord> =
  | ({ readonly kind: 'value'; readonly id: string } & ValueConflict)
  /** Changed here and removed there: it is gone. */
  | { readonly kind: 'removed-there'; readonly id: string; readonly mine: Readonly<Record<string, unknown>> }
  /** Removed here and changed there: it goes. */
  | { readonly kind: 'removed-here'; readonly id: string; readonly theirs: R };

/**
 * What the person at this editor changed and the server does not have yet, by record and property. It hears of each
 * commit of the person, those of the history too; what comes from the server goes below it, and what is pending is laid
 * on top. What comes back as it was sent is saved. It is asked for what to send while no gesture is under way
 * (`History.isSettled`), so that no half of one is saved.
 */
export type PendingLog<R extends EditorRecord> = {
  /** The person changed the document. */
  readonly edit: (diff: RecordsDiff<R>) => void;
  /** A record is so on the server, or is not there. Returns what it is here, and what was lost. */
  readonly receive: (
    id: string,
    theirs: R | undefined,
  ) => { readonly record: R | undefined; readonly conflicts: readonly Conflict<R>[] };
  /**
   * All that is to be saved, which counts as sent. Until it is acknowledged the same is returned again, so that it can
   * be repeated where no answer came; what was changed since waits.
   */
  readonly send: () => readonly Unsaved<R>[];
  /** The server has what was sent last, and all that it told of it was received. */
  readonly acknowledge: () => void;
  readonly isEmpty: () => boolean;
};

export function createPendingLog<R extends EditorRecord>(partly: PartlyCarried<R> = {}): PendingLog<R> {
  const all = new Map<string, Pending<R>>();
  let underWay: readonly Unsaved<R>[] = [];
  const set = (id: string, pending: Pending<R> | undefined) => {
    if (pending === undefined || (pending.kind === 'update' && pending.values.size === 0)) all.delete(id);
    else all.set(id, pending);
  };
  return {
    edit: (diff) => {
      for (const [id, change] of changesOf(diff)) set(id, edited(all.get(id), change));
    },
    receive: (id, theirs) => {
      const { pending, record, conflicts } = receivedBy(id, all.get(id), theirs, partly);
      set(id, pending);
      return { record, conflicts };
    },
    send: () => {
      if (underWay.length > 0) return underWay;
      underWay = [...all].map(([id, pending]) => unsavedOf(id, pending));
      for (const [id, pending] of all) all.set(id, sentOf(pending));
      return underWay;
    },
    acknowledge: () => {
      underWay = [];
      for (const [id, pending] of [...all]) set(id, acknowledged(pending));
    },
    isEmpty: () => all.size === 0,
  };
}

const NONE: PendingValues = new Map();

function edited<R extends EditorRecord>(
  pending: Pending<R> | undefined,
  { before, after }: Change<R>,
): Pending<R> | undefined {
  if (after === undefined) return before === undefined ? pending : removed(pending, before);
  if (pending?.kind === 'add') return { ...pending, mine: after };
  if (pending?.kind === 'remove') {
    const { base, values, isSent } = pending;
    if (isSent || base === undefined) return { kind: 'add', mine: after, sent: undefined, isRemoved: isSent };
    return { kind: 'update', values: editValues(values, layValues(base, values), after) };
  }
  if (before === undefined) return { kind: 'add', mine: after, sent: undefined, isRemoved: false };
  return { kind: 'update', values: editValues(pending?.values ?? NONE, before, after) };
}

function removed<R extends EditorRecord>(pending: Pending<R> | undefined, before: R): Pending<R> | undefined {
  if (pending?.kind === 'remove') return pending;
  if (pending?.kind !== 'add') {
    const values = pending?.values ?? NONE;
    return { kind: 'remove', base: baseOfValues(before, values), values, isSent: false };
  }
  if (pending.sent !== undefined) return { kind: 'remove', base: pending.sent, values: NONE, isSent: false };
  return pending.isRemoved ? { kind: 'remove', base: before, values: NONE, isSent: true } : undefined;
}

type Received<R extends EditorRecord> = {
  readonly pending: Pending<R> | undefined;
  readonly record: R | undefined;
  readonly conflicts: readonly Conflict<R>[];
};

function receivedBy<R extends EditorRecord>(
  id: string,
  pending: Pending<R> | undefined,
  theirs: R | undefined,
  partly: PartlyCarried<R>,
): Received<R> {
  if (pending === undefined) return { pending, record: theirs, conflicts: [] };
  if (pending.kind === 'remove') return receivedByRemoval(id, pending, theirs);
  if (pending.kind === 'update') {
    if (theirs !== undefined) return receivedByUpdate(id, pending.values, theirs, partly);
    const mine = Object.fromEntries([...pending.values].map(([property, value]) => [property, value.mine]));
    return { pending: undefined, record: undefined, conflicts: [{ kind: 'removed-there', id, mine }] };
  }
  const { mine, sent, isRemoved } = pending;
  if (theirs === undefined) return { pending: { ...pending, isRemoved: false }, record: mine, conflicts: [] };
  // It is still there: the removal that was sent has not come back.
  if (isRemoved) return { pending, record: mine, conflicts: [] };
  return receivedByUpdate(id, editValues(NONE, sent ?? theirs, mine), theirs, partly);
}

function receivedByUpdate<R extends EditorRecord>(
  id: string,
  values: PendingValues,
  theirs: R,
  partly: PartlyCarried<R>,
): Received<R> {
  const carried = partly[theirs.type as R['type']] as Readonly<Record<string, CarryValue>> | undefined;
  const whole: CarryValue = (_, to) => to;
  const received = receiveValues(values, theirs, (property) => carried?.[property] ?? whole);
  return {
    pending: { kind: 'update', values: received.pending },
    record: layValues(theirs, received.pending),
    conflicts: received.conflicts.map((conflict) => ({ kind: 'value', id, ...conflict })),
  };
}

function receivedByRemoval<R extends EditorRecord>(
  id: string,
  pending: Extract<Pending<R>, { kind: 'remove' }>,
  theirs: R | undefined,
): Received<R> {
  if (theirs === undefined) {
    // What was not sent may follow an adding that is still under way.
    const left = pending.isSent ? undefined : { ...pending, base: undefined, values: NONE };
    return { pending: left, record: undefined, conflicts: [] };
  }
  const echoed = receiveValues(pending.values, theirs, () => (_, to) => to).pending;
  const expected = pending.base && layExpected(pending.base, pending.values, theirs);
  const isChanged = expected === undefined || !isSameValue({ ...expected }, { ...theirs });
  return {
    pending: { ...pending, base: theirs, values: echoed },
    record: undefined,
    conflicts: isChanged ? [{ kind: 'removed-here', id, theirs }] : [],
  };
}

/** What was known to be there, with those values that came back as they were sent. */
function layExpected<R extends EditorRecord>(base: R, values: PendingValues, theirs: R): R {
  const there = theirs as unknown as Readonly<Record<string, unknown>>;
  const echoed = [...values].filter(([property, { sent }]) =>
    sent.some((each) => isSameValue(each, there[property])),
  );
  return layValues(
    base,
    new Map(echoed.map(([property, value]) => [property, { ...value, mine: there[property] }])),
  );
}

function unsavedOf<R extends EditorRecord>(id: string, pending: Pending<R>): Unsaved<R> {
  if (pending.kind === 'add') return { kind: 'add', id, record: pending.mine };
  if (pending.kind === 'remove') return { kind: 'remove', id };
  const values = [...pending.values].map(([property, { base, mine }]) => [property, { base, mine }]);
  return { kind: 'update', id, values: Object.fromEntries(values) };
}

function sentOf<R extends EditorRecord>(pending: Pending<R>): Pending<R> {
  if (pending.kind === 'add') return { ...pending, sent: pending.mine };
  if (pending.kind === 'remove') return { ...pending, isSent: true };
  return { ...pending, values: sendValues(pending.values) };
}

/** What is left of what is pending when all that was sent is there. */
function acknowledged<R extends EditorRecord>(pending: Pending<R>): Pending<R> | undefined {
  if (pending.kind === 'update') return { kind: 'update', values: acknowledgeValues(pending.values) };
  if (pending.kind === 'remove') {
    return pending.isSent ? undefined : { ...pending, values: acknowledgeValues(pending.values) };
  }
  if (pending.sent === undefined) return { ...pending, isRemoved: false };
  return { kind: 'update', values: editValues(NONE, pending.sent, pending.mine) };
}
