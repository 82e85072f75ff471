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
