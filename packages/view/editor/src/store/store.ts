import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { carryOver } from './carry-over.ts';
import { changesOf, diffOfChanges, filterDiff, isEmptyDiff, type RecordsDiff } from './diff.ts';
import { createListeners } from './listeners.ts';
import { createQuery, type Query } from './query.ts';
import { rebaseDiff } from './rebase-diff.ts';
import type {
  CarryRecord,
  EditorRecord,
  Origin,
  PartlyCarried,
  RecordOfType,
  Scope,
  Scopes,
  Source,
} from './record.ts';
import { keepSameValues } from './same-value.ts';

/** What one transaction did, told once when it has ended. */
export type Commit<R extends EditorRecord> = {
  readonly diff: RecordsDiff<R>;
  readonly source: Source;
  readonly origin: Origin;
};

/** Which commits a listener hears, and which part of them: by default all. */
export type ListenTo = { readonly source?: Source; readonly scope?: Scope };

/** Completes a transaction before it ends: what it writes belongs to it, and comes from the same source. */
export type Rule<R extends EditorRecord> = (diff: RecordsDiff<R>, source: Source, origin: Origin) => void;

export type Store<R extends EditorRecord> = {
  /** The record as it is now, inside a transaction as well. */
  readonly get: (id: string) => R | undefined;
  /** Signal of one record, undefined while there is none; the same one for ever for the same id. */
  readonly signalOf: (id: string) => ReadonlySignal<R | undefined>;
  /** All records, in no promised order. */
  readonly all: () => Iterable<R>;
  /** Ids of all records of a type. */
  readonly idsOf: (type: R['type']) => ReadonlySignal<ReadonlySet<string>>;
  /** Ids of the records that fulfil a condition, which must read nothing but the record. `stop` ends keeping them. */
  readonly query: (matches: (record: R) => boolean) => {
    readonly ids: ReadonlySignal<ReadonlySet<string>>;
    readonly stop: () => void;
  };
  /** The records of a scope. */
  readonly snapshot: (scope: Scope) => R[];
  /**
   * Adds records, or replaces those with their ids. A record that is put is frozen. Of what is put from remote, a copy
   * of what is there already changes nothing.
   */
  readonly put: (...records: readonly R[]) => void;
  /** Replaces a record by what `change` makes of it; a record that is not there stays away. */
  readonly update: <T extends R['type']>(
    type: T,
    id: string,
    change: (record: RecordOfType<R, T>) => RecordOfType<R, T>,
  ) => void;
  readonly remove: (...ids: readonly string[]) => void;
  /**
   * Makes all writes of `work` one commit. If it throws, none of them happened. Inside another transaction it joins
   * that one; transactions of different sources or origins cannot contain one another. What a listener throws is thrown
   * when the commit stands.
   * @returns what was changed, rules included; of an inner transaction, without rules
   */
  readonly transact: (work: () => void, source?: Source, origin?: Origin) => RecordsDiff<R>;
  /** How a change of one record is done to another. */
  readonly carryOver: CarryRecord<R>;
  /** Does to the records as they are now what a diff did to others (see `rebaseDiff`), and returns what that was. */
  readonly apply: (diff: RecordsDiff<R>, source?: Source, origin?: Origin) => RecordsDiff<R>;
  /** Is a transaction open? */
  readonly isOpen: () => boolean;
  readonly scopeOf: (record: R) => Scope;
  /** Hears of each commit that changed something, in order. Returns how to end it. */
  readonly listen: (listener: (commit: Commit<R>) => void, to?: ListenTo) => () => void;
  /** Adds a rule; rules run in the order in which they were added, each seeing what those before it did. */
  readonly addRule: (rule: Rule<R>) => void;
};

/** A store without records. Ids are unique among all types: a record cannot be replaced by one of another type. */
export function createStore<R extends EditorRecord>(
  scopes: Scopes<R>,
  partly: PartlyCarried<R> = {},
): Store<R> {
  const records = new Map<string, R>();
  const signals = new Map<string, Signal<R | undefined>>();
  const queries = new Set<Query<R>>();
  const byType = new Map<string, Query<R>>();
  const rules: Rule<R>[] = [];
  const commits = createListeners<Commit<R>>();
  /** What the records that the innermost open transaction wrote were before it. */
  let before: Map<string, R | undefined> | undefined;
  let openSource: Source = 'user';
  let openOrigin: Origin = 'edit';

  const carry = carryOver(partly);
  const scopeOf = (record: R): Scope => scopes[record.type as R['type']];

  const set = (id: string, record: R | undefined) => {
    if (record === undefined) records.delete(id);
    else records.set(id, record);
    const known = signals.get(id);
    if (known !== undefined) known.value = record;
    for (const query of queries) query.write(id, record);
  };

  const write = (id: string, written: R | undefined) => {
    const old = records.get(id);
    const isCopy = openSource === 'remote' && old !== undefined && written !== undefined;
    const record = isCopy ? Object.freeze(keepSameValues(old, written)) : written;
    if (old === record) return;
    if (old !== undefined && record !== undefined && old.type !== record.type) {
      throw new Error(`Record ${id} is a ${old.type} and cannot become a ${record.type}.`);
    }
    if (!before!.has(id)) before!.set(id, old);
    set(id, record);
  };

  const diffSince = (past: ReadonlyMap<string, R | undefined>) =>
    diffOfChanges([...past].map(([id, old]) => [id, { before: old, after: records.get(id) }] as const));

  const rollBack = (past: ReadonlyMap<string, R | undefined>) => {
    for (const [id, old] of past) set(id, old);
  };

  const inner = (work: () => void): RecordsDiff<R> => {
    const outer = before!;
    const mine = new Map<string, R | undefined>();
    before = mine;
    try {
      work();
    } catch (failure) {
      rollBack(mine);
      throw failure;
    } finally {
      before = outer;
    }
    for (const [id, old] of mine) if (!outer.has(id)) outer.set(id, old);
    return diffSince(mine);
  };

  const outermost = (work: () => void, source: Source, origin: Origin): RecordsDiff<R> => {
    const mine = new Map<string, R | undefined>();
    before = mine;
    openSource = source;
    openOrigin = origin;
    try {
      work();
      if (mine.size > 0) for (const rule of rules) rule(diffSince(mine), source, origin);
    } catch (failure) {
      rollBack(mine);
      throw failure;
    } finally {
      before = undefined;
    }
    const diff = diffSince(mine);
    if (!isEmptyDiff(diff)) commits.tell({ diff, source, origin });
    return diff;
  };

  const transact = (work: () => void, source?: Source, origin?: Origin): RecordsDiff<R> => {
    // Effects run after listeners, so that what listens (an index) is in step when something is drawn.
    if (before === undefined) return batch(() => outermost(work, source ?? 'user', origin ?? 'edit'));
    if (source !== undefined && source !== openSource) {
      throw new Error(`A ${source} transaction cannot be part of a ${openSource} one.`);
    }
    if (origin !== undefined && origin !== openOrigin) {
      throw new Error(`A transaction of origin ${origin} cannot be part of one of origin ${openOrigin}.`);
    }
    return inner(work);
  };

  const writeAll = (work: () => void) => {
    if (before === undefined) transact(work);
    else work();
  };

  const addQuery = (matches: (record: R) => boolean) => {
    const query = createQuery(records.values(), matches);
    queries.add(query);
    return query;
  };

  return {
    get: (id) => records.get(id),
    signalOf: (id) => {
      const known = signals.get(id);
      if (known !== undefined) return known;
      const made = signal(records.get(id));
      signals.set(id, made);
      return made;
    },
    all: () => records.values(),
    idsOf: (type) => {
      const known = byType.get(type) ?? addQuery((record) => record.type === type);
      byType.set(type, known);
      return known.ids;
    },
    query: (matches) => {
      const query = addQuery(matches);
      return { ids: query.ids, stop: () => queries.delete(query) };
    },
    snapshot: (scope) => [...records.values()].filter((record) => scopeOf(record) === scope),
    put: (...put) =>
      writeAll(() => {
        for (const record of put) write(record.id, Object.freeze(record));
      }),
    update: (type, id, change) => {
      const old = records.get(id);
      if (old === undefined) return;
      if (old.type !== type) throw new Error(`Record ${id} is a ${old.type}, not a ${type}.`);
      const next = change(old as RecordOfType<R, typeof type>);
      if (next.id !== id) throw new Error(`Record ${id} cannot get the id ${next.id}.`);
      writeAll(() => write(id, Object.freeze(next)));
    },
    remove: (...ids) =>
      writeAll(() => {
        for (const id of ids) write(id, undefined);
      }),
    transact,
    carryOver: carry,
    isOpen: () => before !== undefined,
    scopeOf,
    apply: (diff, source, origin) =>
      transact(
        () => {
          const rebased = rebaseDiff(diff, (id) => records.get(id), carry);
          for (const [id, { after }] of changesOf(rebased)) write(id, after && Object.freeze(after));
        },
        source,
        origin,
      ),
    listen: (listener, { source, scope } = {}) =>
      commits.listen((commit) => {
        if (source !== undefined && commit.source !== source) return;
        if (scope === undefined) return listener(commit);
        const diff = filterDiff(commit.diff, (record) => scopeOf(record) === scope);
        if (!isEmptyDiff(diff)) listener({ ...commit, diff });
      }),
    addRule: (rule) => void rules.push(rule),
  };
}
