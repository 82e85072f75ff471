import { createStream, drawInteger, drawNormal, drawUniform } from '@assay/random';
import { type Column, categoryColumn, type NumberColumn, type Table, tableOf, takeRows } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { type Fidelity, fidelity } from './fidelity.ts';
import { compareWithSdmetrics } from './testing/compare-with-sdmetrics.ts';
import { correctedPairs, someTriples, tripleMean } from './testing/strikes-corrected.ts';
import { strikesReal, strikesSynthetic } from './testing/strikes-pair.ts';
import { strikesExpected } from './testing/strikes-sdmetrics.ts';

const SOAK = process.env.ASSAY_SOAK === '1' ? 100 : 1;

describe('fidelity, parity mode', () => {
  it('gives what SDMetrics prints, entry by entry, to 1e-9', () => {
    const ours = fidelity(strikesReal, strikesSynthetic, { mode: 'parity', keys: ['strike'] });
    const compared = compareWithSdmetrics(ours, strikesExpected);
    expect(compared.length).toBeGreaterThan(150);
    expect(compared.filter(({ difference }) => !(difference <= 1e-9))).toEqual([]);
  });

  it('would tell a value that is another, and one that is not there', () => {
    const ours = fidelity(strikesReal, strikesSynthetic, { mode: 'parity', keys: ['strike'] });
    const { kmh } = strikesExpected.range_coverage;
    const differing = (range_coverage: typeof strikesExpected.range_coverage) =>
      compareWithSdmetrics(ours, { ...strikesExpected, range_coverage }).filter(
        ({ difference }) => !(difference <= 1e-9),
      );
    expect(differing({ ...strikesExpected.range_coverage, kmh: (kmh ?? 0) + 2e-9 })).toMatchObject([
      { entry: 'coverage kmh' },
    ]);
    expect(differing({ ...strikesExpected.range_coverage, kmh: null, wings: 1 })).toMatchObject([
      { entry: 'coverage kmh', difference: Number.POSITIVE_INFINITY },
      { entry: 'coverage wings', difference: Number.POSITIVE_INFINITY },
    ]);
  });

  it('drops the same weak pairs', () => {
    const { trends } = fidelity(strikesReal, strikesSynthetic, { mode: 'parity', keys: ['strike'] });
    expect(trends.strong.pairs).toBeLessThan(trends.pairs.length);
    expect(trends.strong.pairs).toBeGreaterThan(3);
  });
});

/** Two numbers that depend on each other, a category that depends on both, an instant and an independent category. */
function drawn(rows: number, seed: number): Table {
  const one = createStream(seed, 'one');
  const two = createStream(seed, 'two');
  const pick = createStream(seed, 'pick');
  const x = Float64Array.from({ length: rows }, (_, row) => drawNormal(one, row));
  const y = x.map((value, row) => value * 0.8 + drawNormal(two, row) * 0.6);
  const day = x.map((_, row) => Date.UTC(2020, 0, 1) + drawInteger(pick, row, 700, 1) * 86_400_000);
  const kind = Array.from(x, (value, row) => (value + y[row]! > 1 ? 'high' : value > 0 ? 'middle' : 'low'));
  const side = Array.from(x, (_, row) => (drawUniform(pick, row) < 0.3 ? 'left' : 'right'));
  return tableOf([
    numbers('x', x),
    numbers('y', y),
    { ...numbers('day', day), scale: 'datetime' },
    categoryColumn('kind', kind),
    categoryColumn('side', side),
  ]);
}

function numbers(name: string, values: Float64Array): NumberColumn {
  return { kind: 'number', name, scale: 'decimal', values };
}

function replaced(table: Table, column: Column): Table {
  return tableOf(table.columns.map((each) => (each.name === column.name ? column : each)));
}

/** Each column's values in another order: shapes stay, trends go. */
function shuffledApart(table: Table): Table {
  return tableOf(
    table.columns.map((column, index) => {
      const stream = createStream(9, column.name);
      const rows = Array.from({ length: table.rows }, (_, row) => row).sort(
        (a, b) => drawUniform(stream, a, index) - drawUniform(stream, b, index),
      );
      return takeRows(tableOf([column]), rows).columns[0]!;
    }),
  );
}

const corrected = (real: Table, other: Table): Fidelity => fidelity(real, other, { mode: 'corrected' });

function numberOf(result: { ok: true; value: number } | { ok: false; reason: string }): number {
  if (!result.ok) throw new Error(`undefined because ${result.reason}`);
  return result.value;
}

describe('fidelity, corrected mode', () => {
  const real = drawn(4000, 1);

  it('gives what independent code gives for mixed pairs and triples', () => {
    const { trends, threeWay } = fidelity(strikesReal, strikesSynthetic, {
      mode: 'corrected',
      keys: ['strike'],
    });
    for (const [names, expected] of Object.entries(correctedPairs)) {
      const [a, b] = names.split(',');
      const pair = trends.pairs.find(({ left, right }) => [a, b].includes(left) && [a, b].includes(right));
      expect(numberOf(pair!.score)).toBeCloseTo(expected, 12);
    }
    expect(threeWay.of).toBe(220);
    expect(numberOf(threeWay.score)).toBeCloseTo(tripleMean, 12);
    for (const [names, expected] of Object.entries(someTriples)) {
      const triple = threeWay.triples.find(({ columns }) => columns.join(',') === names);
      expect(numberOf(triple!.score)).toBeCloseTo(expected, 12);
    }
  });

  it('scores a table against itself 1 everywhere', () => {
    const self = corrected(real, real);
    for (const part of [self.shapes, self.trends, self.threeWay, self.missing])
      expect(numberOf(part.score)).toBeCloseTo(1, 12);
    expect(numberOf(self.validity.score)).toBe(1);
    expect(numberOf(self.validity.structure)).toBe(1);
    expect(numberOf(self.coverage.score)).toBe(1);
    for (const { score } of self.statistics) expect(numberOf(score)).toBe(1);
  });

  it('scores unseen rows of one distribution at the noise floor', () => {
    const parts = ['shapes', 'trends', 'threeWay'] as const;
    const sums = new Map(parts.map((part) => [part, 0]));
    const draws = 12 * SOAK;
    for (let draw = 0; draw < draws; draw += 1) {
      const result = corrected(drawn(2000, 100 + 2 * draw), drawn(1500, 101 + 2 * draw));
      for (const part of parts) {
        const { score, floor } = result[part];
        sums.set(part, sums.get(part)! + (1 - numberOf(score)) / (1 - numberOf(floor)));
      }
    }
    // Errors are what the floor says on average. Triples have many sparse cells, where it is too strict.
    expect(sums.get('shapes')! / draws).toBeGreaterThan(0.75);
    expect(sums.get('shapes')! / draws).toBeLessThan(1.25);
    expect(sums.get('trends')! / draws).toBeGreaterThan(0.75);
    expect(sums.get('trends')! / draws).toBeLessThan(1.25);
    expect(sums.get('threeWay')! / draws).toBeGreaterThan(0.6);
    expect(sums.get('threeWay')! / draws).toBeLessThan(1.25);
  });

  it('tells columns shuffled apart by trends and triples, not by shapes', () => {
    const apart = corrected(real, shuffledApart(real));
    expect(numberOf(apart.shapes.score)).toBeCloseTo(1, 12);
    expect(numberOf(apart.trends.error)).toBeGreaterThan(3 * (1 - numberOf(apart.trends.floor)));
    expect(numberOf(apart.threeWay.error)).toBeGreaterThan(2 * (1 - numberOf(apart.threeWay.floor)));
  });

  it('does not depend on the order of rows', () => {
    const other = drawn(3000, 2);
    const reversed = takeRows(
      other,
      Array.from({ length: 3000 }, (_, row) => 2999 - row),
    );
    const a = corrected(real, other);
    const b = corrected(real, reversed);
    expect(b.shapes).toEqual(a.shapes);
    expect(b.threeWay).toEqual(a.threeWay);
    for (const [index, pair] of a.trends.pairs.entries())
      expect(numberOf(b.trends.pairs[index]!.score)).toBeCloseTo(numberOf(pair.score), 12);
  });

  it('gives the same bytes on each call', () => {
    const other = drawn(3000, 3);
    expect(JSON.stringify(corrected(real, other))).toBe(JSON.stringify(corrected(real, other)));
  });

  it('catches a shift of five standard deviations, a dropped class and lost values by name', () => {
    const x = real.columns[0] as NumberColumn;
    const shifted = corrected(
      real,
      replaced(
        real,
        numbers(
          'x',
          x.values.map((value) => value + 5),
        ),
      ),
    );
    expect(numberOf(shifted.shapes.columns[0]!.score)).toBeLessThan(0.1);
    const low = Array.from({ length: real.rows }, (_, row) => row).filter((row) => x.values[row]! <= 0);
    const dropped = corrected(real, takeRows(real, low));
    expect(numberOf(dropped.coverage.columns.find(({ column }) => column === 'kind')!.score)).toBeLessThan(1);
    const lost = corrected(
      real,
      replaced(
        real,
        numbers(
          'x',
          x.values.map((value, row) => (row % 5 === 0 ? Number.NaN : value)),
        ),
      ),
    );
    expect(numberOf(lost.missing.columns[0]!.score)).toBeCloseTo(0.8, 12);
  });
});

describe('fidelity of what cannot be compared', () => {
  const real = drawn(50, 1);

  it('keeps columns that one table lacks or has in another kind, with the reason', () => {
    const other = tableOf([
      ...real.columns.slice(0, 3),
      { kind: 'number', name: 'kind', scale: 'integer', values: new Float64Array(50) },
      categoryColumn('extra', new Array<string>(50).fill('a')),
    ]);
    const { shapes, trends, validity } = corrected(real, other);
    const reasons = Object.fromEntries(
      shapes.columns.flatMap(({ column, score }) => (score.ok ? [] : [[column, score.reason]])),
    );
    expect(reasons).toEqual({ kind: 'kind-mismatch', side: 'no-such-column', extra: 'no-such-column' });
    expect(trends.pairs.filter(({ score }) => !score.ok)).toHaveLength(12);
    expect(numberOf(validity.structure)).toBeCloseTo(3 / 7, 12);
  });

  it('has reasons for empty tables, single columns and constants', () => {
    const none = tableOf(real.columns.map((column) => takeRows(tableOf([column]), []).columns[0]!));
    for (const mode of ['parity', 'corrected'] as const) {
      const empty = fidelity(real, none, { mode });
      expect(empty.shapes.score).toEqual({ ok: false, reason: 'empty' });
      expect(empty.trends.score).toEqual({ ok: false, reason: 'empty' });
      expect(empty.threeWay.score).toEqual({ ok: false, reason: 'empty' });
      expect(empty.quality).toEqual({ ok: false, reason: 'empty' });
      const one = fidelity(tableOf([real.columns[0]!]), tableOf([real.columns[0]!]), { mode });
      expect(one.trends.score).toEqual({ ok: false, reason: 'empty' });
      expect(one.threeWay.score).toEqual({ ok: false, reason: 'too-few' });
      expect(JSON.stringify([empty, one])).not.toMatch(/null,"floor|NaN/);
    }
    const constant = tableOf([numbers('x', new Float64Array(50).fill(3)), real.columns[1]!]);
    expect(corrected(constant, constant).trends.pairs[0]!.score).toEqual({ ok: false, reason: 'constant' });
  });

  it('stops when it is told to', () => {
    const control = {
      throwIfAborted: () => {
        throw new Error('cancelled');
      },
      progress: () => undefined,
    };
    expect(() => fidelity(real, real, { mode: 'corrected', control })).toThrow('cancelled');
  });
});
