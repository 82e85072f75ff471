import { createStream, drawInteger } from '@assay/random';
import { expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { ANY, expressionBounds } from './expression-bounds.ts';
import { parseExpression } from './parse-expression.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;
const of = (source: string, columns: Record<string, [number, number]>) =>
  expressionBounds(parseExpression(source), (name) => {
    const ends = columns[name];
    return ends === undefined ? ANY : { low: ends[0], high: ends[1] };
  });

it.each([
  ['price * quantity', 0, 50],
  ['price - quantity', -10, 5],
  ['-price', -5, 0],
  ['max(price, quantity, 3)', 3, 10],
  ['abs(price - 2)', 0, 3],
  ['round(price, 1)', -0.05, 5.05],
  ['if(quantity > 3, price, 7)', 0, 7],
  ['10 / (price + 1)', 10 / 6, 10],
])('%s lies between %d and %d', (source, low, high) => {
  const found = of(source, { price: [0, 5], quantity: [0, 10] });
  expect(found.low).toBeCloseTo(low, 9);
  expect(found.high).toBeCloseTo(high, 9);
});

it('knows nothing where nothing can be known', () => {
  expect(of('1 / price', { price: [-1, 1] })).toEqual(ANY);
  expect(of('unknown + 1', {})).toEqual(ANY);
});

it('never leaves out a value', () => {
  const stream = createStream('expression', 'bounds');
  for (let trial = 0; trial < 300 * soak; trial += 1) {
    let draws = 0;
    const pick = (bound: number) => drawInteger(stream, trial, bound, draws++);
    const expression = (depth: number): string => {
      const kind = depth === 0 ? 0 : pick(4);
      if (kind === 0) return ['a', 'b', '3', '0.5'][pick(4)]!;
      if (kind === 1) return `${['abs', 'floor', 'round', 'sqrt'][pick(4)]}(${expression(depth - 1)})`;
      if (kind === 2) return `max(${expression(depth - 1)}, ${expression(depth - 1)})`;
      return `(${expression(depth - 1)} ${['+', '-', '*', '/'][pick(4)]} ${expression(depth - 1)})`;
    };
    const source = expression(4);
    const [a, b] = [pick(41) - 20, pick(41) - 20];
    const found = of(source, { a: [a - pick(5), a + pick(5)], b: [b - pick(5), b + pick(5)] });
    const value = evaluate(parseExpression(source), (name) => (name === 'a' ? a : b));
    if (typeof value !== 'number') continue;
    const slack = 1e-9 * Math.max(1, Math.abs(value));
    expect([source, found.low - slack <= value && value <= found.high + slack]).toEqual([source, true]);
  }
});
