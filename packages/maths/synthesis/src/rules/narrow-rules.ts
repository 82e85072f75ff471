import { normalCdf } from '@assay/stats';
import type { ConditionTerm } from '../conditions/condition.ts';
import type { Distribution, Rule, RuleColumn, RulesDocument } from './document.ts';

const DAY = 86_400_000;

/**
 * A document whose rules give only what terms allow, as far as a rule can be narrowed by itself: weights of
 * categories, bounds of dates, and parts of distributions that depend on no other column. Columns after them follow as
 * the document says; what stands in cases, formulas and patterns is left as it is, for the caller to test.
 *
 * @param mayBeMissing whether a missing value, which a range says nothing about, may stay
 */
export function narrowRules(
  { version, columns }: RulesDocument,
  terms: readonly ConditionTerm[],
  mayBeMissing: boolean,
): RulesDocument {
  const narrowed = columns.map((column) =>
    terms
      .filter((term) => term.column === column.name)
      .reduce((before, term) => narrowColumn(before, term, mayBeMissing), column),
  );
  return { version, columns: narrowed };
}

function narrowColumn(column: RuleColumn, term: ConditionTerm, mayBeMissing: boolean): RuleColumn {
  const { rule, missing = 0 } = column;
  if ('levels' in term) {
    if (rule.make !== 'category') return column;
    const named = new Set(term.levels);
    const kept = Object.entries(rule.weights).filter(([level, weight]) => named.has(level) && weight > 0);
    if (kept.length === 0) return named.has(null) && missing > 0 ? { ...column, missing: 1 } : column;
    const all = Object.values(rule.weights).reduce((sum, weight) => sum + weight, 0);
    const share = ((1 - missing) * kept.reduce((sum, [, weight]) => sum + weight, 0)) / all;
    const absent = named.has(null) ? missing / (missing + share) : 0;
    return { ...column, missing: absent, rule: { ...rule, weights: Object.fromEntries(kept) } };
  }
  const known = mayBeMissing ? column : { ...column, missing: 0 };
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = term;
  if (rule.make === 'date') {
    const from = Math.max(Date.parse(rule.from), Number.isFinite(min) ? Math.ceil(min / DAY) * DAY : min);
    const to = Math.min(Date.parse(rule.to), Number.isFinite(max) ? Math.floor(max / DAY) * DAY : max);
    return from > to ? column : { ...known, rule: { ...rule, from: dayOf(from), to: dayOf(to) } };
  }
  if (rule.make !== 'number') return column;
  const within = narrowNumber(rule, min, max);
  return within === null ? column : { ...known, rule: { ...rule, within } };
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The part of a distribution, as shares below, that gives numbers from min to max after rounding and bounds. */
function narrowNumber(
  rule: Extract<Rule, { make: 'number' }>,
  min: number,
  max: number,
): { from: number; to: number } | null {
  const { decimals = 2, within = { from: 0, to: 1 } } = rule;
  const half = 0.5 / 10 ** decimals;
  // What lies outside a bound of the rule is moved to it, and may be allowed there.
  const low = rule.min !== undefined && rule.min >= min ? Number.NEGATIVE_INFINITY : min - half;
  const high = rule.max !== undefined && rule.max <= max ? Number.POSITIVE_INFINITY : max + half;
  const from = Math.max(within.from, shareBelow(rule.distribution, low));
  const to = Math.min(within.to, shareBelow(rule.distribution, high));
  return from < to ? { from, to } : null;
}

/** The share of a distribution below a value. */
function shareBelow(distribution: Distribution, value: number): number {
  if (value === Number.NEGATIVE_INFINITY) return 0;
  if (value === Number.POSITIVE_INFINITY) return 1;
  switch (distribution.shape) {
    case 'uniform': {
      const { min, max } = distribution;
      return min === max ? Number(value > min) : clamp((value - min) / (max - min));
    }
    case 'normal':
      return distribution.deviation === 0
        ? Number(value > distribution.mean)
        : normalCdf((value - distribution.mean) / distribution.deviation);
    case 'log-normal': {
      const { median, spread } = distribution;
      if (value / median <= 0) return 0;
      return spread === 0 ? Number(value > median) : normalCdf(Math.log(value / median) / spread);
    }
    case 'exponential':
      return value <= 0 ? 0 : 1 - Math.exp(-value / distribution.mean);
    case 'bins': {
      const { edges, weights } = distribution;
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.reduce((below, weight, bin) => {
        const [low, high] = [edges[bin]!, edges[bin + 1]!];
        return below + (weight / all) * clamp((value - low) / (high - low));
      }, 0);
    }
  }
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share));
