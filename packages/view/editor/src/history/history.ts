import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type Change,
  changesOf,
  diffOfChanges,
  filterDiff,
  invertDiff,
  type RecordsDiff,
} from '../store/diff.ts';
import type { CarryRecord, EditorRecord } from '../store/record.ts';
import type { Commit, Store } from '../store/store.ts';

/** A place in the history to come back to. */
export type Mark = { readonly name: string };

/** How many steps can be undone: older ones are forgotten. */
export const MOST_STEPS = 1000;

/**
 * Undo and redo of what the person at this editor did to the document. Marks divide it into steps: what happens from
 * one mark to the next is undone together. What came from remote is in no step and stays when a step is undone. The
 * history is gone through outside of transactions: inside of one, undo, redo, bail and squash throw.
 */
export type History = {
  /** Begins a step. */
  readonly mark: (name: string) => void;
  /** Begins a step that is open until it is settled by `bail` or `squash`; meanwhile others may begin inside of it. */
  readonly begin: (name: string) => Mark;
  /** Takes back all since the mark for good, as if it had never begun; false when the mark is no more. */
  readonly bail: (mark: Mark) => boolean;
  /** Makes one step of all since the mark; false when the mark is no more. */
  readonly squash: (mark: Mark) => boolean;
  /** Undoes the last step that can still be undone; false when there is none. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Is no step open? What is done in an open one may still be taken back, and is not saved. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** Forgets all steps, when another document is opened. */
  readonly clear: () => void;
};

type Changes<R extends EditorRecord> = Map<string, Change<R>>;

type Step<R extends EditorRecord> = {
  readonly mark: Mark;
  /** Grows in place: a drag of thousands of records adds to it on every frame. */
  readonly changes: Changes<R>;
  /** What could be redone before the step's first change: a bail gives it back, as long as something is open. */
  forgone: Step<R>[] | undefined;
};

/** The history of a store, from now on. */
export function createHistory<R extends EditorRecord>(store: Store<R>): History {
  let done: Step<R>[] = [];
  let undone: Step<R>[] = [];
  const open = new Set<Mark>();
  const canUndo = signal(false);
  const canRedo = signal(false);
  const isSettled = signal(true);

  const tell = () =>
    batch(() => {
      canUndo.value = done.findLastIndex(({ changes }) => changes.size > 0) >= 0;
      canRedo.value = undone.length > 0;
      isSettled.value = open.size === 0;
    });

  const push = (name: string): Mark => {
    const mark = { name };
    done.push({ mark, changes: new Map(), forgone: undefined });
    for (const step of done.splice(0, done.length - MOST_STEPS)) open.delete(step.mark);
    return mark;
  };

  /** Nothing can be bailed to any more where nothing is open. */
  const settle = (marks: readonly Mark[]) => {
    for (const mark of marks) open.delete(mark);
    if (open.size > 0) return;
    for (let at = done.length - 1; at >= 0 && done[at]!.forgone !== undefined; at -= 1)
      done[at]!.forgone = undefined;
  };

  const record = ({ diff, origin }: Commit<R>) => {
    if (origin === 'history') return;
    if (done.length === 0) push('begin');
    const step = done.at(-1)!;
    addChanges(step.changes, changesOf(diff), store.carryOver);
    if (undone.length > 0) {
      if (open.size > 0) step.forgone ??= undone;
      undone = [];
    }
    tell();
  };
  store.listen(record, { source: 'user', scope: 'document' });

  /** Applies a diff to the document as it is now, and returns what it did there. */
  const apply = (diff: RecordsDiff<R>): RecordsDiff<R> =>
    filterDiff(store.apply(diff, 'user', 'history'), (record) => store.scopeOf(record) === 'document');

  const outsideOfTransactions = () => {
    if (store.isOpen()) throw new Error('The history cannot be gone through inside a transaction.');
  };

  /** Takes back the last step of `from`; what that did becomes a step of `to`, so that it can be taken back itself. */
  const move = (from: Step<R>[], to: Step<R>[]) => {
    outsideOfTransactions();
    try {
      for (let step = from.pop(); step !== undefined; step = from.pop()) {
        settle([step.mark]);
        const changes = new Map(changesOf(apply(invertDiff(diffOfChanges(step.changes)))));
        if (changes.size === 0) continue;
        to.push({ mark: step.mark, changes, forgone: undefined });
        return true;
      }
      return false;
    } finally {
      tell();
    }
  };

  const since = (mark: Mark): Step<R>[] | undefined => {
    outsideOfTransactions();
    const place = done.findLastIndex((step) => step.mark === mark);
    if (place < 0) return undefined;
    return done.splice(place);
  };

  return {
    mark: (name) => void push(name),
    begin: (name) => {
      const mark = push(name);
      open.add(mark);
      tell();
      return mark;
    },
    bail: (mark) => {
      const steps = since(mark);
      if (steps === undefined) return false;
      settle(steps.map((step) => step.mark));
      undone = steps.find(({ forgone }) => forgone !== undefined)?.forgone ?? undone;
      apply(invertDiff(diffOfChanges(squashSteps(steps, store.carryOver).changes)));
      tell();
      return true;
    },
    squash: (mark) => {
      const steps = since(mark);
      if (steps === undefined) return false;
      done.push(squashSteps(steps, store.carryOver));
      settle(steps.map((step) => step.mark));
      tell();
      return true;
    },
    undo: () => move(done, undone),
    redo: () => move(undone, done),
    canUndo,
    canRedo,
    isSettled,
    clear: () => {
      done = [];
      undone = [];
      open.clear();
      tell();
    },
  };
}

function addChanges<R extends EditorRecord>(
  changes: Changes<R>,
  more: Iterable<readonly [string, Change<R>]>,
  carry: CarryRecord<R>,
): void {
  for (const [id, { before, after }] of more) {
    const earlier = changes.get(id);
    const first = earlier === undefined ? before : beforeWithOthers(earlier, before, carry);
    if (first === after) changes.delete(id);
    else changes.set(id, { before: first, after });
  }
}

/**
 * What a record was before a change, had what others did to it after that change (until it was `now`) been done before
 * it: so that undoing the change leaves what they did.
 */
function beforeWithOthers<R extends EditorRecord>(
  { before, after }: Change<R>,
  now: R | undefined,
  carry: CarryRecord<R>,
): R | undefined {
  if (after === now || before === undefined) return before;
  return after === undefined || now === undefined ? now : carry(after, now, before);
}

/** All steps as one, which begins where the first of them began. */
function squashSteps<R extends EditorRecord>(steps: readonly Step<R>[], carry: CarryRecord<R>): Step<R> {
  const [first, ...others] = steps as [Step<R>, ...Step<R>[]];
  for (const { changes, forgone } of others) {
    addChanges(first.changes, changes, carry);
    first.forgone ??= forgone;
  }
  return first;
}
