import { createStream, drawUniform } from '@assay/random';
import { type Table, takeRows } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { drawPeople, replaceCells } from '../testing/draw-table.ts';
import { sampleFirst, sampleReal, sampleSecond, sampleSynthetic } from '../testing/strikes-sample.ts';
import { type GowerRows, gowerDistance, gowerRows, gowerSpace } from './gower-space.ts';
import { type Nearest, nearest } from './nearest.ts';
import { nearestIndex } from './nearest-index.ts';

const SOAK = process.env.ASSAY_SOAK === '1' ? 100 : 1;

function nearestIn(queries: Table, reference: Table, columns?: string[]): Nearest {
  const space = gowerSpace(reference, [queries], columns);
  return nearest(gowerRows(space, queries), nearestIndex(gowerRows(space, reference)));
}

/** The definition, row by row. */
function byDefinition(queries: GowerRows, reference: GowerRows): Nearest {
  const first = new Float64Array(queries.rows).fill(Number.POSITIVE_INFINITY);
  const second = new Float64Array(queries.rows).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < queries.rows; a += 1)
    for (let b = 0; b < reference.rows; b += 1) {
      const distance = gowerDistance(queries, a, reference, b);
      if (distance < first[a]!) {
        second[a] = first[a]!;
        first[a] = distance;
      } else if (distance < second[a]!) second[a] = distance;
    }
  return { first, second, row: new Int32Array(queries.rows) };
}

describe('nearest', () => {
  it('gives the distances of SDMetrics and of NumPy', () => {
    const { first, second } = nearestIn(sampleSynthetic, sampleReal);
    for (const [row, expected] of sampleFirst.entries()) expect(first[row]).toBeCloseTo(expected, 12);
    for (const [row, expected] of sampleSecond.entries()) expect(second[row]).toBeCloseTo(expected, 12);
  });

  it.each([0, 0.1, 0.5, 1])('equals the definition on rows with cells replaced by %d', (share) => {
    for (let seed = 0; seed < 2 * SOAK; seed += 1) {
      const reference = drawPeople(700, seed);
      const queries = replaceCells(drawPeople(200, seed + (seed % 2)), share, seed);
      const space = gowerSpace(reference, [queries]);
      const rows = gowerRows(space, queries);
      const base = gowerRows(space, reference);
      const found = nearest(rows, nearestIndex(base));
      const expected = byDefinition(rows, base);
      for (let row = 0; row < rows.rows; row += 1) {
        expect(found.first[row]).toBeCloseTo(expected.first[row]!, 12);
        expect(found.second[row]).toBeCloseTo(expected.second[row]!, 12);
        expect(gowerDistance(rows, row, base, found.row[row]!)).toBe(found.first[row]);
      }
    }
  });

  it('works on numbers alone, on categories alone, and on constants', () => {
    const reference = drawPeople(300, 5);
    const queries = drawPeople(100, 6);
    for (const columns of [['age', 'pay', 'hours'], ['region', 'work', 'home', 'sex'], ['pay']]) {
      const space = gowerSpace(reference, [queries], columns);
      const rows = gowerRows(space, queries);
      const base = gowerRows(space, reference);
      const expected = byDefinition(rows, base);
      const found = nearest(rows, nearestIndex(base));
      for (let row = 0; row < rows.rows; row += 1) {
        expect(found.first[row]).toBeCloseTo(expected.first[row]!, 12);
        expect(found.second[row]).toBeCloseTo(expected.second[row]!, 12);
      }
    }
    const same = takeRows(reference, new Int32Array(40).fill(3));
    expect([...nearestIn(same, same).second]).toEqual(new Array(40).fill(0));
  });

  it('gives ranges of rows side by side what all rows give at once', () => {
    const space = gowerSpace(sampleReal, [sampleSynthetic]);
    const rows = gowerRows(space, sampleSynthetic);
    const index = nearestIndex(gowerRows(space, sampleReal));
    const whole = nearest(rows, index);
    const parts = [nearest(rows, index, { to: 23 }), nearest(rows, index, { from: 23 })];
    for (const part of ['first', 'second', 'row'] as const)
      expect(parts.flatMap((each) => [...each[part]])).toEqual([...whole[part]]);
  });

  it('stands being sent to another thread', () => {
    const space = gowerSpace(sampleReal, [sampleSynthetic]);
    const rows = structuredClone(gowerRows(space, sampleSynthetic));
    const index = structuredClone(nearestIndex(gowerRows(space, sampleReal)));
    expect([...nearest(rows, index).first]).toEqual([...nearestIn(sampleSynthetic, sampleReal).first]);
  });

  it('has no neighbour in an empty table and no second in a table of one row', () => {
    const one = takeRows(sampleReal, [0]);
    const none = takeRows(sampleReal, []);
    expect([...nearestIn(one, none).first]).toEqual([Number.POSITIVE_INFINITY]);
    expect([...nearestIn(one, none).row]).toEqual([-1]);
    expect([...nearestIn(one, one).first]).toEqual([0]);
    expect([...nearestIn(one, one).second]).toEqual([Number.POSITIVE_INFINITY]);
  });

  it('reports progress and stops when it is told to', () => {
    const space = gowerSpace(sampleReal, [sampleSynthetic]);
    const rows = gowerRows(space, sampleSynthetic);
    const index = nearestIndex(gowerRows(space, sampleReal));
    const seen: number[] = [];
    nearest(rows, index, {
      control: { throwIfAborted: () => undefined, progress: (done) => seen.push(done) },
    });
    expect(seen.at(-1)).toBe(60);
    const stop = () => {
      throw new Error('cancelled');
    };
    expect(() =>
      nearest(rows, index, { control: { throwIfAborted: stop, progress: () => undefined } }),
    ).toThrow('cancelled');
  });

  it('refuses columns and categories that the space lacks', () => {
    expect(() => gowerSpace(sampleReal, [], ['nothing'])).toThrow(/no column nothing/);
    expect(() => gowerSpace(sampleReal, [], [])).toThrow(RangeError);
    const other = drawPeople(5, 1);
    expect(() => gowerRows(gowerSpace(sampleReal), other)).toThrow(/no number column/);
  });

  it('is a metric: symmetric, zero on itself, within the triangle', () => {
    const table = drawPeople(60, 8);
    const rows = gowerRows(gowerSpace(table), table);
    const stream = createStream(1, 'triples');
    const pick = (draw: number) => Math.floor(drawUniform(stream, draw) * 60);
    for (let draw = 0; draw < 300; draw += 3) {
      const [a, b, c] = [pick(draw), pick(draw + 1), pick(draw + 2)];
      const ab = gowerDistance(rows, a, rows, b);
      expect(gowerDistance(rows, b, rows, a)).toBe(ab);
      expect(gowerDistance(rows, a, rows, a)).toBe(0);
      expect(ab).toBeLessThanOrEqual(
        gowerDistance(rows, a, rows, c) + gowerDistance(rows, c, rows, b) + 1e-12,
      );
    }
  });
});
