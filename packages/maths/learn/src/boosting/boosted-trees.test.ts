import { takeRows } from '@assay/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoostedClassifier,
  featureGains,
  fitBoostedClassifier,
  fitBoostedRegressor,
  predictBoosted,
  predictBoostedNumber,
} from '../index.ts';
import { definedValue, example, numbers, soak, texts } from '../test-tables.ts';

const data = example(600);

function expectClose(actual: ArrayLike<number>, expected: readonly number[], digits: number): void {
  for (const [at, value] of expected.entries()) expect(actual[at]).toBeCloseTo(value, digits);
}

/**
 * scikit-learn 1.9.1, HistGradientBoostingClassifier and -Regressor(early_stopping=False, categorical_features=[2],
 * max_iter=rounds, max_leaf_nodes=maxLeaves) on `example(n)`. Its derivatives are single precision, and it leaves out
 * some divisions of light categories: trees agree until there is a near tie or a node with few missing colours.
 */
describe('boosted trees are those of scikit-learn', () => {
  const many = example(3000);

  it('for two classes', () => {
    const settings = { rounds: 10, maxLeaves: 8 };
    const model = definedValue(fitBoostedClassifier(many.features, many.two, { settings }));
    expect(model.classes).toEqual(['no', 'yes']);
    expectClose(
      predictBoosted(model, many.features).values.filter((_, at) => at % 2 === 1),
      [
        0.7037086160200254, 0.24650449931087237, 0.4597999543993792, 0.2752911387804186, 0.43273442264805295,
        0.7910869236367173,
      ],
      7,
    );
    const root = model.trees[0]![0]![0]!;
    expect(root).toMatchObject({ kind: 'number', feature: 0, lastLeft: 110, rows: 3000 });
    expect(root.kind === 'number' && root.gain).toBeCloseTo(451.4109, 4);
    expect(model.trees[0]![0]![1]).toMatchObject({ kind: 'category', feature: 2, leftBins: [1, 3] });
    const none = definedValue(fitBoostedClassifier(many.features, many.two, { settings: { rounds: 0 } }));
    expect(predictBoosted(none, many.features).values[1]).toBeCloseTo(1549 / 3000, 12);
  });

  it('for three classes', () => {
    const settings = { rounds: 5, maxLeaves: 8 };
    const model = definedValue(fitBoostedClassifier(many.features, many.three, { settings }));
    expectClose(
      predictBoosted(model, many.features).values,
      [
        0.1572153949045918, 0.4296932977408306, 0.41309130735457755, 0.41792639647418633, 0.41416168530663894,
        0.1679119182191748, 0.27356775222853086, 0.4778316047290355, 0.24860064304243373,
      ],
      7,
    );
  });

  it('for numbers', () => {
    const settings = { rounds: 5, maxLeaves: 8 };
    const model = definedValue(fitBoostedRegressor(many.features, many.score, { settings }));
    expectClose(
      predictBoostedNumber(model, many.features),
      [
        1.7322733818759184, 1.487006143556715, 1.5827941154615617, 1.4554961071160006, 1.582068425163188,
        1.9068283177706966,
      ],
      7,
    );
  });

  it('with weights', () => {
    const settings = { rounds: 10, maxLeaves: 4 };
    const { features, two, weights } = example(250);
    const model = definedValue(fitBoostedClassifier(features, two, { settings, weights }));
    expectClose(
      predictBoosted(model, features).values.filter((_, at) => at % 2 === 1),
      [0.785615019039405, 0.2828371712000529, 0.4925799938944124, 0.2720649735601817],
      7,
    );
  });
});

describe('boosted trees', () => {
  const fitted = definedValue(fitBoostedClassifier(data.features, data.two));

  it('are plain JSON, and equal for equal input', () => {
    const read = JSON.parse(JSON.stringify(fitted)) as BoostedClassifier;
    expect(read).toEqual(fitted);
    expect(predictBoosted(read, data.features)).toEqual(predictBoosted(fitted, data.features));
    expect(fitBoostedClassifier(data.features, data.two)).toEqual({ ok: true, value: fitted });
    expect(fitted.trees).toHaveLength(100);
    for (const tree of fitted.trees.flat()) {
      const leaves = tree.filter((node) => node.kind === 'leaf');
      expect(leaves.length).toBeLessThanOrEqual(31);
      expect(leaves.reduce((sum, leaf) => sum + leaf.rows, 0)).toBe(600);
      expect(Math.min(...leaves.map((leaf) => leaf.rows))).toBeGreaterThanOrEqual(20);
    }
  });

  it('predict a row alike alone and among others, and an unseen level as a missing one', () => {
    const all = predictBoosted(fitted, data.features);
    fc.assert(
      fc.property(fc.array(fc.nat(599), { minLength: 1, maxLength: 20 }), (rows) => {
        const some = predictBoosted(fitted, takeRows(data.features, rows));
        rows.forEach((row, at) => {
          expect(some.values[2 * at + 1]).toBe(all.values[2 * row + 1]);
        });
      }),
      { numRuns: 5 * soak },
    );
    const [amount, years] = data.features.columns;
    const alike = ['fuchsia', null].map((colour) =>
      predictBoosted(fitted, {
        rows: 600,
        columns: [amount!, years!, texts('colour', new Array<string | null>(600).fill(colour))],
      }),
    );
    expect(alike[0]).toEqual(alike[1]);
  });

  it('state the gain of each feature', () => {
    const gains = featureGains(fitted);
    expect(gains.map(({ name }) => name).sort()).toEqual(['amount', 'colour', 'years']);
    expect(gains[0]!.gain).toBeGreaterThanOrEqual(gains[1]!.gain);
    expect(gains.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('stop early by the loss of a tenth of the rows, alike for a seed', () => {
    const options = { earlyStopping: { seed: 1 }, settings: { rounds: 400 } };
    const model = definedValue(fitBoostedClassifier(data.features, data.two, options));
    expect(model.trees.length).toBeLessThan(400);
    const leaves = model.trees[0]![0]!.filter((node) => node.kind === 'leaf');
    expect(leaves.reduce((sum, leaf) => sum + leaf.rows, 0)).toBe(540);
    expect(definedValue(fitBoostedClassifier(data.features, data.two, options))).toEqual(model);
    const regressor = definedValue(fitBoostedRegressor(data.features, data.score, options));
    expect(regressor.trees.length).toBeLessThan(400);
  });

  it('keep the commonest of more levels than bins, and the others together', () => {
    // 301 levels; the first occurs in half of the rows, where the target is 'no'.
    const levels = Array.from({ length: 1200 }, (_, row) => (row % 2 === 0 ? 'common' : `rare ${row % 599}`));
    const target = texts(
      't',
      levels.map((level) => (level === 'common' ? 'no' : 'yes')),
    );
    const features = { rows: 1200, columns: [texts('level', levels)] };
    const model = definedValue(fitBoostedClassifier(features, target));
    const [bins] = model.features;
    expect(bins?.kind === 'category' && bins.levels.length).toBe(254);
    expect(bins?.kind === 'category' && bins.rare.length).toBe(new Set(levels).size - 254);
    const { values } = predictBoosted(model, features);
    levels.forEach((level, row) => {
      expect(values[2 * row + 1]! > 0.5).toBe(level !== 'common');
    });
  });

  it('say why there are none', () => {
    const features = { rows: 2, columns: [numbers('x', [1, 2])] };
    const fit = (values: (string | null)[], weights?: number[]) =>
      fitBoostedClassifier(features, texts('t', values), weights && { weights });
    expect(fit(['a', 'b', 'c'])).toEqual({ ok: false, reason: 'length-mismatch' });
    expect(fit([null, null])).toEqual({ ok: false, reason: 'empty' });
    expect(fit(['a', 'a'])).toEqual({ ok: false, reason: 'one-class' });
    expect(fit(['a', 'b'], [1, 0])).toEqual({ ok: false, reason: 'one-class' });
    expect(fit(['a', 'b'], [1, -1])).toEqual({ ok: false, reason: 'out-of-range' });
    expect(fitBoostedRegressor(features, numbers('t', [Number.NaN, Number.NaN]))).toEqual({
      ok: false,
      reason: 'empty',
    });
    // Two rows are too few for a split, not for a model.
    expect(definedValue(fit(['a', 'b'])).trees[0]![0]).toHaveLength(1);
    expect(() => predictBoosted(fitted, features)).toThrow('the table has no column amount');
  });

  it('can be cancelled and followed', () => {
    let done = 0;
    const control = {
      throwIfAborted: () => {
        if (done === 3) throw new Error('cancelled');
      },
      progress: (now: number, total: number) => {
        expect(total).toBe(100);
        done = now;
      },
    };
    expect(() => fitBoostedClassifier(data.features, data.two, { control })).toThrow('cancelled');
    expect(done).toBe(3);
  });
});
