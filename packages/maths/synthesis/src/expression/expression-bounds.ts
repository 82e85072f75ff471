import type { Expression } from './expression.ts';

/** The least and the most that a number can be; infinite where nothing is known. */
export type Bounds = { readonly low: number; readonly high: number };

export const ANY: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/**
 * Between what the value of an expression lies when its columns lie within bounds: interval arithmetic, which never
 * leaves out a value but may be wider than what comes (a column that stands twice is taken as two).
 *
 * @param boundsOf of a column; what is no number has no bounds
 */
export function expressionBounds(expression: Expression, boundsOf: (column: string) => Bounds): Bounds {
  if (expression.kind === 'column') return boundsOf(expression.name);
  if (expression.kind === 'value') {
    const { value } = expression;
    return typeof value === 'number' ? { low: value, high: value } : ANY;
  }
  const args = expression.args.map((arg) => expressionBounds(arg, boundsOf));
  const [a = ANY, b = ANY] = args;
  switch (expression.name) {
    case '+':
      return bounds(a.low + b.low, a.high + b.high);
    case '-':
      return bounds(a.low - b.high, a.high - b.low);
    case '*':
      return hull([a.low, a.high].flatMap((left) => [b.low, b.high].map((right) => product(left, right))));
    case '/':
      if (b.low <= 0 && b.high >= 0) return ANY;
      return hull([a.low, a.high].flatMap((left) => [b.low, b.high].map((right) => left / right)));
    case 'negate':
      return bounds(-a.high, -a.low);
    case 'abs':
      return a.low <= 0 && a.high >= 0
        ? bounds(0, Math.max(-a.low, a.high))
        : hull([Math.abs(a.low), Math.abs(a.high)]);
    case 'floor':
      return bounds(Math.floor(a.low), Math.floor(a.high));
    case 'ceil':
      return bounds(Math.ceil(a.low), Math.ceil(a.high));
    case 'round': {
      const digits = expression.args[1];
      if (digits !== undefined && (digits.kind !== 'value' || typeof digits.value !== 'number')) return ANY;
      const half = 0.5 / 10 ** (typeof digits?.value === 'number' ? digits.value : 0);
      return bounds(a.low - half, a.high + half);
    }
    case 'min':
      return bounds(Math.min(...args.map(({ low }) => low)), Math.min(...args.map(({ high }) => high)));
    case 'max':
      return bounds(Math.max(...args.map(({ low }) => low)), Math.max(...args.map(({ high }) => high)));
    case 'sqrt':
      return bounds(Math.sqrt(Math.max(0, a.low)), Math.sqrt(Math.max(0, a.high)));
    case 'exp':
      return bounds(Math.exp(a.low), Math.exp(a.high));
    case 'if':
      return hull(args.slice(1).flatMap(({ low, high }) => [low, high]));
    default:
      return ANY;
  }
}

/** Nothing times anything is nothing, also times infinity. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

function bounds(low: number, high: number): Bounds {
  return Number.isNaN(low) || Number.isNaN(high) ? ANY : { low, high };
}

function hull(ends: readonly number[]): Bounds {
  return bounds(Math.min(...ends), Math.max(...ends));
}
