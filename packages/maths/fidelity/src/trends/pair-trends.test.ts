import { createStream, drawInteger, drawUniform } from '@assay/random';
import { type Column, categoryColumn, tableOf } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { codeTables } from '../columns/prepare.ts';
import { pairTrends } from './pair-trends.ts';

/** Tables of many columns: numbers and categories in turn. */
function wide(columns: number, seed: string) {
  return tableOf(
    Array.from({ length: columns }, (_, index): Column => {
      const stream = createStream(seed, `column ${index}`);
      const name = `c${index}`;
      if (index % 2 === 0)
        return {
          kind: 'number',
          name,
          scale: 'decimal',
          values: Float64Array.from({ length: 8 }, (__, row) => drawUniform(stream, row)),
        };
      return categoryColumn(
        name,
        Array.from({ length: 8 }, (__, row) => `${drawInteger(stream, row, 3)}`),
      );
    }),
  );
}

describe('pairTrends', () => {
  it('lists the lowest scores of many pairs and sums up all of them', () => {
    const tables = codeTables(wide(210, 'real'), wide(210, 'synthetic'), 'corrected');
    const trends = pairTrends(tables, new Set());
    expect(trends.of).toBe(21_945);
    expect(trends.pairs).toHaveLength(19_900);
    const scores = trends.pairs.map(({ score }) => (score.ok ? score.value : -1));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(trends.score.ok && trends.score.value).toBeGreaterThan(mean);
    const few = pairTrends(tables, new Set(Array.from({ length: 200 }, (_, index) => `c${index}`)));
    expect(few.of).toBe(45);
    expect(few.pairs.map(({ left, right }) => `${left} ${right}`)[9]).toBe('c201 c202');
  });
});
