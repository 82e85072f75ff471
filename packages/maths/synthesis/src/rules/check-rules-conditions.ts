import type { ConditionPlan, ConditionProblem, ConditionTerm } from '../conditions/condition.ts';
import type { RuleColumn, RulesDocument } from './document.ts';
import { isMade, typeOfRule } from './rule-type.ts';

/** Everything that keeps conditions from being met by rules, as far as single columns can tell. */
export function checkRulesConditions(
  { columns }: RulesDocument,
  { rows, conditions }: ConditionPlan,
): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const asked = conditions.reduce((sum, { count }) => sum + count, 0);
  if (asked > rows) problems.push({ condition: -1, reason: 'more-rows-than-the-run' });
  conditions.forEach(({ where, count, test }, condition) => {
    if (!Number.isInteger(count) || count < 0) problems.push({ condition, reason: 'count-not-whole' });
    if (where.length === 0 && test === undefined) problems.push({ condition, reason: 'no-terms' });
    for (const term of where) {
      const column = columns.find(({ name }) => name === term.column);
      const problem = column === undefined ? { reason: 'unknown-column' as const } : problemOf(column, term);
      if (problem !== null) problems.push({ condition, column: term.column, ...problem });
    }
  });
  return problems;
}

function problemOf(
  { rule, missing = 0 }: RuleColumn,
  term: ConditionTerm,
): Pick<ConditionProblem, 'reason' | 'allowed'> | null {
  if (isMade(rule)) return { reason: 'column-is-made' };
  const isCategory = typeOfRule(rule) === 'category';
  if ('levels' in term) {
    if (!isCategory) return { reason: 'levels-of-a-number' };
    if (rule.make !== 'category') return null;
    const allowed = Object.keys(rule.weights).filter((level) => rule.weights[level]! > 0);
    const open = term.levels.some((level) => (level === null ? missing > 0 : allowed.includes(level)));
    return open ? null : { reason: 'level-never-seen', allowed };
  }
  if (isCategory) return { reason: 'range-of-a-category' };
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = term;
  const extent = extentOf(rule);
  if (min > max) return { reason: 'terms-exclude-each-other' };
  return extent !== null && (min > extent.max || max < extent.min)
    ? { reason: 'outside-the-range', allowed: extent }
    : null;
}

/** The range of what a rule gives, where it is bounded by itself. */
function extentOf(rule: RuleColumn['rule']): { min: number; max: number } | null {
  if (rule.make === 'date') return { min: Date.parse(rule.from), max: Date.parse(rule.to) };
  if (rule.make !== 'number') return null;
  const { distribution } = rule;
  const ends =
    distribution.shape === 'uniform'
      ? [distribution.min, distribution.max]
      : distribution.shape === 'bins'
        ? [distribution.edges[0]!, distribution.edges.at(-1)!]
        : distribution.shape === 'exponential' || distribution.shape === 'log-normal'
          ? [0, Number.POSITIVE_INFINITY]
          : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
  const bound = (value: number) => Math.max(min, Math.min(max, value));
  return { min: bound(ends[0]!), max: bound(ends[1]!) };
}
