import { createStream, drawInteger } from '@assay/random';
import { type Table, tableOf, takeRows } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { drawPeople, replaceCells } from '../testing/draw-table.ts';
import { sampleReal, sampleSynthetic } from '../testing/strikes-sample.ts';
import { dcrShare, overfittingProtection } from './dcr-share.ts';
import { distanceSummary } from './distance-summary.ts';
import { equalHalves } from './equal-halves.ts';
import { countCopies, excessCopies } from './exact-copies.ts';
import { gowerRows, gowerSpace } from './gower-space.ts';
import { type Nearest, nearest } from './nearest.ts';
import { nearestIndex } from './nearest-index.ts';
import { newRows } from './new-rows.ts';
import { nearestRatios } from './nndr.ts';
import { riskList } from './risk-list.ts';

const train = drawPeople(1500, 1);
const holdout = drawPeople(1500, 2);

function toward(queries: Table, reference: Table): Nearest {
  const space = gowerSpace(train, [holdout, queries, reference]);
  return nearest(gowerRows(space, queries), nearestIndex(gowerRows(space, reference)));
}

function defined<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(`undefined because ${result.reason}`);
  return result.value;
}

/** The rows of several tables with the same columns, one below the other. */
function stacked(a: Table, b: Table): Table {
  return tableOf(
    a.columns.map((column, index) => {
      const other = b.columns[index]!;
      if (column.kind === 'number' && other.kind === 'number')
        return { ...column, values: Float64Array.of(...column.values, ...other.values) };
      if (column.kind === 'category' && other.kind === 'category')
        return { ...column, codes: Int32Array.of(...column.codes, ...other.codes) };
      throw new Error('columns differ');
    }),
  );
}

describe('controls of the distance measures', () => {
  it('orders cells replaced by 10, 30, 50 and 90% strictly by DCR share and median distance', () => {
    const measured = [0.1, 0.3, 0.5, 0.9].map((share) => {
      const made = replaceCells(train, share, 3);
      const toTrain = toward(made, train);
      return {
        share: defined(dcrShare(toTrain.first, toward(made, holdout).first)).estimate,
        median: defined(distanceSummary(toTrain.first)).median,
        copies: countCopies(toTrain.first).copies,
      };
    });
    for (let step = 1; step < measured.length; step += 1) {
      expect(measured[step]!.share).toBeLessThan(measured[step - 1]!.share);
      expect(measured[step]!.median).toBeGreaterThan(measured[step - 1]!.median);
      expect(measured[step]!.copies).toBeLessThanOrEqual(measured[step - 1]!.copies);
    }
    expect(measured[0]!.share).toBeGreaterThan(0.8);
  });

  it('finds a bootstrap of the training rows, and nothing in unseen rows', () => {
    const stream = createStream(4, 'bootstrap');
    const bootstrap = takeRows(
      train,
      Int32Array.from({ length: 1500 }, (_, row) => drawInteger(stream, row, 1500)),
    );
    expect(
      defined(dcrShare(toward(bootstrap, train).first, toward(bootstrap, holdout).first)).low,
    ).toBeGreaterThan(0.9);
    const unseen = drawPeople(1500, 3);
    const share = defined(dcrShare(toward(unseen, train).first, toward(unseen, holdout).first));
    expect(share.low).toBeLessThan(0.5);
    expect(share.high).toBeGreaterThan(0.5);
  });

  it('finds 1% planted copies as excess copies and lists them first', () => {
    const planted = stacked(
      drawPeople(1485, 3),
      takeRows(
        train,
        Array.from({ length: 15 }, (_, row) => 7 * row),
      ),
    );
    const found = toward(planted, train);
    const unseen = toward(holdout, train);
    const clean = toward(drawPeople(1500, 3), train);
    const baseline = countCopies(unseen.first);
    expect(countCopies(found.first).copies).toBeGreaterThanOrEqual(15);
    expect(defined(excessCopies(countCopies(found.first), baseline)).pValue).toBeLessThan(0.001);
    expect(defined(excessCopies(countCopies(found.first), baseline)).excess.low).toBeGreaterThan(0);
    expect(defined(excessCopies(countCopies(clean.first), baseline)).pValue).toBeGreaterThan(0.05);
    const risky = defined(riskList(found, unseen.first, 15));
    expect(risky.rows.every(({ reason }) => reason === 'copy')).toBe(true);
    expect(risky.rows.map(({ row }) => row)).toEqual(Array.from({ length: 15 }, (_, row) => 1485 + row));
    expect(risky.rows.map(({ nearest: row }) => row)).toEqual(
      Array.from({ length: 15 }, (_, row) => 7 * row),
    );
    expect(risky.of).toBeGreaterThan(15);
  });

  it('draws equal halves without repeats', () => {
    const { train: rows, holdout: all } = equalHalves(5000, 800, 'seed');
    expect(rows).toHaveLength(800);
    expect(new Set(rows).size).toBe(800);
    expect([...all]).toEqual(Array.from({ length: 800 }, (_, row) => row));
    expect(equalHalves(5000, 800, 'seed').train).toEqual(rows);
    expect(equalHalves(5000, 800, 'other').train).not.toEqual(rows);
  });
});

describe('shares and ratios', () => {
  it('counts ties by half and has reasons', () => {
    expect(defined(dcrShare([0.1, 0.2, 0.3, 0.3], [0.2, 0.2, 0.1, 0.3 + 1e-15]))).toMatchObject({
      estimate: 0.5,
      closer: 1,
      tied: 2,
    });
    expect(dcrShare([], [])).toEqual({ ok: false, reason: 'empty' });
    expect(dcrShare([1], [])).toEqual({ ok: false, reason: 'length-mismatch' });
    expect(dcrShare([Number.POSITIVE_INFINITY], [1])).toEqual({ ok: false, reason: 'not-finite' });
    const share = defined(dcrShare([0.1, 0.2, 0.3, 0.3], [0.2, 0.2, 0.1, 0.3]));
    expect(overfittingProtection(share)).toEqual({ ok: true, value: { score: 1, closerToTraining: 0.25 } });
  });

  it('takes 0 over 0 for a row that occurs more than once', () => {
    const ratios = nearestRatios({
      first: Float64Array.of(0, 0, 0.1, 0.2),
      second: Float64Array.of(0, 0.4, 0.4, Number.POSITIVE_INFINITY),
    });
    expect([...ratios]).toEqual([1, 0, 0.25, Number.NaN]);
    expect(defined(distanceSummary(ratios)).n).toBe(3);
  });

  it('says why a row is at risk', () => {
    const rows: Nearest = {
      first: Float64Array.of(0.3, 0.06, 0.001, 0),
      second: Float64Array.of(0.9, 0.5, 0.5, 0.5),
      row: Int32Array.of(4, 5, 6, 7),
    };
    const unseen = Array.from({ length: 101 }, (_, at) => 0.05 + at * 0.001);
    const { rows: risky, of } = defined(riskList(rows, unseen, 10));
    expect(of).toBe(3);
    expect(risky.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'copy'],
      [2, 'nearer-than-unseen'],
      [1, 'singles-out'],
    ]);
    expect(risky[2]!.ratio).toBeCloseTo(0.6, 12);
    expect(riskList(rows, [], 10)).toEqual({ ok: false, reason: 'empty' });
  });

  it('matches rows within a tolerance as SDMetrics does', () => {
    // NewRowSynthesis.compute_breakdown, SDMetrics 0.32.0: 59 new, 1 matched.
    const columns = sampleReal.columns.map(({ name }) => name);
    expect(newRows(sampleReal, sampleSynthetic, columns)).toEqual({ fresh: 59, matched: 1 });
  });
});
