import type { DraftChange } from '@assay/contracts';

type Fields = DraftChange['set'];
type Value = Fields[string];

/** One field of one draft that an act changed; null is no value. */
export type FieldChange = { taskId: string; field: string; before: Value; after: Value };

/** Everything that one press, fill or paste changed: it is undone as one. */
export type GridAct = readonly FieldChange[];

/** Acts that can be undone, oldest first, and those that were undone, the last of them last. */
export type GridHistory = { done: readonly GridAct[]; undone: readonly GridAct[] };

export const NO_ACTS: GridHistory = { done: [], undone: [] };
const MOST_ACTS = 200;

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The act that gives fields these values, without what has them already.
 *
 * @param fieldsOf the draft of a task as it is now; null where it is in this person's hands no more
 */
export function actOf(
  wanted: readonly { taskId: string; field: string; value: Value }[],
  fieldsOf: (taskId: string) => Fields | null,
): GridAct {
  return wanted.flatMap(({ taskId, field, value }) => {
    const fields = fieldsOf(taskId);
    if (fields === null) return [];
    const before = fields[field] ?? null;
    return isSame(before, value) ? [] : [{ taskId, field, before, after: value }];
  });
}

/** The history after an act. What had been undone cannot be done again behind it. */
export function didAct(history: GridHistory, act: GridAct): GridHistory {
  if (act.length === 0) return history;
  return { done: [...history.done, act].slice(-MOST_ACTS), undone: [] };
}

export type Reversal = {
  history: GridHistory;
  /** What each task's draft is to be given. */
  sets: ReadonlyMap<string, Fields>;
  /** Fields that stay as they are, because something else changed them since or their row is gone. */
  passed: number;
};

/**
 * Takes the last act back, or does the last again that was taken back; null where there is none. Only fields that are
 * still as the act left them are touched: what came from another window since stays.
 */
export function reverseAct(
  history: GridHistory,
  direction: 'undo' | 'redo',
  fieldsOf: (taskId: string) => Fields | null,
): Reversal | null {
  const isUndo = direction === 'undo';
  const act = (isUndo ? history.done : history.undone).at(-1);
  if (act === undefined) return null;
  const sets = new Map<string, Fields>();
  let passed = 0;
  for (const { taskId, field, before, after } of act) {
    const [left, wanted] = isUndo ? [after, before] : [before, after];
    const fields = fieldsOf(taskId);
    if (fields === null || !isSame(fields[field] ?? null, left)) passed += 1;
    else sets.set(taskId, { ...sets.get(taskId), [field]: wanted });
  }
  const next: GridHistory = isUndo
    ? { done: history.done.slice(0, -1), undone: [...history.undone, act] }
    : { done: [...history.done, act], undone: history.undone.slice(0, -1) };
  return { history: next, sets, passed };
}
