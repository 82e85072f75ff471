import type { ConditionProblem } from '../conditions/condition.ts';
import type { SampleRequest } from '../generator.ts';

/**
 * @param problems of the conditions, if there are any
 * @throws RangeError unless from and to are integers with 0 <= from <= to, and for the first problem
 */
export function checkRequest({ from, to }: SampleRequest, problems: readonly ConditionProblem[]): void {
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && 0 <= from && from <= to))
    throw new RangeError(`rows ${from} to ${to} are no range of rows`);
  const [first] = problems;
  if (!first) return;
  const where = first.column === undefined ? '' : ` at column ${first.column}`;
  const which = first.condition < 0 ? 'conditions' : `condition ${first.condition}`;
  throw new RangeError(`${which} cannot be met${where}: ${first.reason}`);
}
