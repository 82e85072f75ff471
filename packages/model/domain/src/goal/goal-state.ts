import type { GoalComparator, GoalState } from '@assay/contracts';

/** Whether a figure reaches a goal. What is not known reaches nothing, and misses nothing. */
export function goalStateOf(
  goal: { comparator: GoalComparator; target: number },
  value: number | null,
): GoalState {
  if (value === null) return 'unknown';
  const { comparator, target } = goal;
  const met =
    comparator === '<'
      ? value < target
      : comparator === '<='
        ? value <= target
        : comparator === '>'
          ? value > target
          : comparator === '>='
            ? value >= target
            : value === target;
  return met ? 'met' : 'missed';
}

/** Whether the day of a goal has passed without its being met. Both days are `2026-01-31`, in UTC. */
export function isGoalOverdue(due: string | null, state: GoalState, today: string): boolean {
  return due !== null && due < today && state !== 'met';
}
