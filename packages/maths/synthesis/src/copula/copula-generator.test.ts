import { createStream, drawNormal } from '@assay/random';
import { categoryColumn, findColumn, type NumberColumn, pearson, type Table, tableOf } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../conditions/condition.ts';
import { generatorContract } from '../testing/generator-contract.ts';
import { modelAll } from '../testing/mixed-table.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { repairedCholesky } from './cholesky.ts';
import { copulaGenerator } from './copula-generator.ts';
import { latentCorrelation, latentScale } from './latent-scale.ts';

generatorContract(copulaGenerator);

/** Two normals of correlation 0.6 and a third against the first, seen as a number, three classes and a flag. */
function normals(rows: number): { table: Table; values: number[][] } {
  const streams = ['a', 'b', 'c'].map((name) => createStream('copula', name));
  const values = Array.from({ length: rows }, (_, row) => {
    const [a, b, c] = streams.map((stream) => drawNormal(stream, row));
    return [a!, 0.6 * a! + 0.8 * b!, -0.5 * a! + Math.sqrt(0.75) * c!];
  });
  const table = tableOf([
    { kind: 'number', name: 'size', scale: 'decimal', values: Float64Array.from(values, ([a]) => a!) },
    {
      kind: 'number',
      name: 'grade',
      scale: 'integer',
      values: Float64Array.from(values, ([, b]) => (b! < -0.5 ? 1 : b! < 1 ? 2 : 3)),
    },
    categoryColumn(
      'flag',
      values.map(([, , c]) => (c! < 0.8 ? 'no' : 'yes')),
    ),
  ]);
  return { table, values };
}

describe('the Gaussian copula', () => {
  it('finds the correlation behind cut normals', () => {
    const { values } = normals(20_000);
    const cut = (at: number, limits: number[]) =>
      values.map((row) => limits.filter((limit) => row[at]! >= limit).length);
    const pairs: [number[], number[], number][] = [
      [cut(0, [0]), cut(1, [0.5]), 0.6],
      [cut(0, [-1, 0, 1]), cut(1, [-0.5, 1]), 0.6],
      [cut(0, [1]), cut(2, [-1, -0.5, 0, 0.5]), -0.5],
    ];
    for (const [a, b, expected] of pairs) {
      const scales = [a, b].map((codes) => {
        const counts = Array(Math.max(...codes) + 1).fill(0);
        for (const code of codes) counts[code] += 1;
        return latentScale(counts);
      });
      const covariance =
        a.reduce((sum, code, row) => sum + scales[0]!.score[code]! * scales[1]!.score[b[row]!]!, 0) /
        a.length;
      expect(Math.abs(latentCorrelation(scales[0]!, scales[1]!, covariance) - expected)).toBeLessThan(0.03);
    }
  });

  it('keeps correlations between columns of any kind', () => {
    const { table } = normals(8000);
    const model = copulaGenerator.fit({
      table,
      plan: modelAll(table),
      settings: { ...copulaGenerator.defaults, target: 'size' },
      seed: 1,
    });
    const made = copulaGenerator.sample(model, { seed: 1, from: 0, to: 8000 });
    const numbers = (of: Table) =>
      of.columns.map((column) =>
        column.kind === 'number'
          ? column.values
          : Float64Array.from(column.codes, (code) => Number(column.levels[code] === 'yes')),
      );
    const [real, synthetic] = [numbers(table), numbers(made)];
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const [left, right] = [pearson(real[a]!, real[b]!), pearson(synthetic[a]!, synthetic[b]!)];
      expect(left.ok && right.ok && Math.abs(left.value - right.value) < 0.04).toBe(true);
    }
    expect(new Set((findColumn(made, 'grade') as NumberColumn).values)).toEqual(new Set([1, 2, 3]));
  });

  it('makes a matrix positive definite that is not', () => {
    const impossible = Float64Array.of(1, 0.9, 1, -0.9, 0.9, 1);
    const { factor, shrunkBy } = repairedCholesky(impossible, 3);
    expect(shrunkBy).toBeGreaterThan(0.4);
    expect(factor.every(Number.isFinite)).toBe(true);
    const norms = [0, 1, 2].map((row) => {
      const from = (row * (row + 1)) / 2;
      return factor.slice(from, from + row + 1).reduce((sum, value) => sum + value * value, 0);
    });
    for (const norm of norms) expect(norm).toBeCloseTo(1, 9);
    const fine = repairedCholesky(Float64Array.of(1, 0.6, 1), 2);
    expect(fine.shrunkBy).toBe(0);
    expect([...fine.factor].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 0.6, 0.8]);
  });

  describe('under conditions', () => {
    const { table } = normals(4000);
    const model = copulaGenerator.fit({ table, plan: modelAll(table), settings: { rare: 5 }, seed: 1 });
    const rows = 1500;
    const sample = (where: Condition['where'], from = 0, to = rows) =>
      copulaGenerator.sample(model, {
        seed: 'run',
        from,
        to,
        conditions: { rows, conditions: [{ where, count: rows }] },
      });
    const yes = [{ column: 'flag', levels: ['yes'] }];

    it('fits the columns before to what is asked of a later one', () => {
      const made = sample(yes);
      expect(new Set(tableTexts(tableOf([findColumn(made, 'flag')!])))).toEqual(new Set(['yes']));
      const { values } = findColumn(made, 'size') as NumberColumn;
      // The mean of c above 0.8 is phi(0.8) / (1 - Phi(0.8)) = 1.367, and size goes with c by -0.5.
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / rows + 0.684)).toBeLessThan(0.12);
    });

    it('meets ranges and levels together, the same over shards', () => {
      const rows = 300;
      const where = [{ column: 'size', min: 1, max: 1.5 }, { column: 'grade', min: 3 }, ...yes];
      const made = sample(where, 0, rows);
      const { values } = findColumn(made, 'size') as NumberColumn;
      expect(values.every((value) => 1 <= value && value <= 1.5)).toBe(true);
      expect(new Set((findColumn(made, 'grade') as NumberColumn).values)).toEqual(new Set([3]));
      const parts = [sample(where, 0, 7), sample(where, 7, rows)];
      expect(parts.flatMap(tableTexts)).toEqual(tableTexts(made));
    });

    it('says what cannot be met', () => {
      const plan = { rows: 1, conditions: [{ where: [{ column: 'flag', levels: ['maybe'] }], count: 1 }] };
      expect(copulaGenerator.check(model, plan)).toMatchObject([{ reason: 'level-never-seen' }]);
    });
  });
});
