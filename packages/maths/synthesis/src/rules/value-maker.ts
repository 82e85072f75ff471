import { drawInteger, drawNormal, drawUniform, type Stream } from '@assay/random';
import { normalQuantile } from '@assay/stats';
import { evaluate } from '../expression/evaluate.ts';
import type { ExpressionValue } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Distribution, Rule } from './document.ts';
import { parsePattern, textOf } from './pattern.ts';

const DAY = 86_400_000;

/** Makes the value of a row; `lookUp` gives the row's values in earlier columns. */
export type ValueMaker = (row: number, lookUp: (column: string) => ExpressionValue) => ExpressionValue;

/** The maker of a rule that draws from a stream. The rule must have been checked. */
export function valueMaker(rule: Rule, stream: Stream): ValueMaker {
  switch (rule.make) {
    case 'number': {
      const { decimals = 2, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
      const scale = 10 ** decimals;
      const draw =
        rule.within === undefined
          ? numberMaker(rule.distribution, stream)
          : partMaker(rule.distribution, rule.within, stream);
      return (row) => Math.round(Math.max(min, Math.min(max, draw(row))) * scale) / scale;
    }
    case 'date': {
      const from = Date.parse(rule.from);
      const days = Math.round((Date.parse(rule.to) - from) / DAY) + 1;
      return (row) => from + DAY * drawInteger(stream, row, days);
    }
    case 'category': {
      const levels = Object.keys(rule.weights);
      const pick = weighted(Object.values(rule.weights));
      return (row) => levels[pick(drawUniform(stream, row))]!;
    }
    case 'cases': {
      const cases = rule.cases.map(({ when, rule: then }) => ({
        test: parseExpression(when),
        make: valueMaker(then, stream),
      }));
      const otherwise = valueMaker(rule.otherwise, stream);
      return (row, lookUp) => {
        const found = cases.find(({ test }) => evaluate(test, lookUp) === true);
        return (found ? found.make : otherwise)(row, lookUp);
      };
    }
    case 'formula': {
      const expression = parseExpression(rule.formula);
      return (_, lookUp) => asType(evaluate(expression, lookUp), rule.as);
    }
    case 'pattern': {
      const pattern = parsePattern(rule.pattern);
      return (row) => {
        let attempt = 0;
        return textOf(pattern, (bound) => drawInteger(stream, row, bound, attempt++));
      };
    }
  }
}

function numberMaker(distribution: Distribution, stream: Stream): (row: number) => number {
  switch (distribution.shape) {
    case 'uniform':
      return (row) => distribution.min + (distribution.max - distribution.min) * drawUniform(stream, row);
    case 'normal':
      return (row) => distribution.mean + distribution.deviation * drawNormal(stream, row);
    case 'log-normal':
      return (row) => distribution.median * Math.exp(distribution.spread * drawNormal(stream, row));
    case 'exponential':
      return (row) => -distribution.mean * Math.log(1 - drawUniform(stream, row));
    case 'bins': {
      const { edges, weights } = distribution;
      const pick = weighted(weights);
      return (row) => {
        const bin = pick(drawUniform(stream, row));
        return edges[bin]! + (edges[bin + 1]! - edges[bin]!) * drawUniform(stream, row, 1);
      };
    }
  }
}

/** Draws from the part of a distribution between two shares below, by its quantiles. */
function partMaker(
  distribution: Distribution,
  { from, to }: { from: number; to: number },
  stream: Stream,
): (row: number) => number {
  const quantile = quantileOf(distribution);
  return (row) => quantile(from + (to - from) * drawUniform(stream, row));
}

function quantileOf(distribution: Distribution): (share: number) => number {
  switch (distribution.shape) {
    case 'uniform':
      return (share) => distribution.min + (distribution.max - distribution.min) * share;
    case 'normal':
      return (share) => distribution.mean + distribution.deviation * normalQuantile(inside(share));
    case 'log-normal':
      return (share) => distribution.median * Math.exp(distribution.spread * normalQuantile(inside(share)));
    case 'exponential':
      return (share) => -distribution.mean * Math.log(1 - Math.min(share, 1 - Number.EPSILON));
    case 'bins': {
      const { edges, weights } = distribution;
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const last = weights.findLastIndex((weight) => weight > 0);
      return (share) => {
        let rest = share * all;
        for (let bin = 0; bin <= last; bin += 1) {
          const weight = weights[bin]!;
          if (rest < weight || bin === last)
            return edges[bin]! + (edges[bin + 1]! - edges[bin]!) * Math.min(1, rest / weight);
          rest -= weight;
        }
        return edges.at(-1)!;
      };
    }
  }
}

/** Quantiles of a normal are finite inside (0, 1) alone. */
const inside = (share: number): number => Math.min(1 - 1e-16, Math.max(1e-300, share));

/** Picks a place by weight from a number in [0, 1). */
function weighted(weights: readonly number[]): (unit: number) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  return (unit) => {
    let rest = unit * total;
    for (let place = 0; place < last; place += 1) {
      if (rest < weights[place]!) return place;
      rest -= weights[place]!;
    }
    return last;
  };
}

/** The value as the column's type; what cannot be one is missing. */
function asType(value: ExpressionValue, as: Extract<Rule, { make: 'formula' }>['as']): ExpressionValue {
  if (value === null) return null;
  if (as === 'category') return String(value);
  const number = typeof value === 'number' ? value : Number(value);
  if (!Number.isFinite(number)) return null;
  return as === 'decimal' ? number : Math.round(number);
}
