import { createPermutation, createStream } from '@assay/random';
import type { Seed } from '../generator.ts';
import type { ConditionPlan } from './condition.ts';

/** Which condition a row must meet, -1 for none: conditions take their counts of rows, spread over the whole run. */
export function conditionOfRow(
  run: Seed,
  { rows, conditions, seed = run }: ConditionPlan,
): (row: number) => number {
  const [first] = conditions;
  if (first !== undefined && first.count >= rows) return (row) => (row >= rows ? -1 : 0);
  const order = createPermutation(createStream(seed, 'conditions'), rows);
  const upTo: number[] = [];
  let sum = 0;
  for (const { count } of conditions) {
    sum += count;
    upTo.push(sum);
  }
  return (row) => {
    if (row >= rows) return -1;
    const place = order.at(row);
    return place >= sum ? -1 : upTo.findIndex((limit) => place < limit);
  };
}
