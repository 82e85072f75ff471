import { takeRows } from '@assay/stats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  boostedLearner,
  crossFit,
  fitBoostedClassifier,
  predictBoosted,
  probabilityOf,
  rocAuc,
  stratifiedFolds,
} from '../index.ts';
import { definedValue, example, soak, texts } from '../test-tables.ts';

it('folds are of equal size, overall and in each class', () => {
  const codes = fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 80 });
  fc.assert(
    fc.property(codes, fc.integer({ min: 2, max: 7 }), fc.nat(), (drawn, count, seed) => {
      const folds = stratifiedFolds(drawn, count, seed);
      expect(stratifiedFolds(drawn, count, seed)).toEqual(folds);
      for (const code of [undefined, ...new Set(drawn)]) {
        const sizes = new Array<number>(count).fill(0);
        drawn.forEach((of, row) => {
          if (code === undefined || of === code) sizes[folds[row]!]! += 1;
        });
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 50 * soak },
  );
  expect(stratifiedFolds(new Int32Array(100), 5, 1)).not.toEqual(stratifiedFolds(new Int32Array(100), 5, 2));
  expect(() => stratifiedFolds([0, 1], 1, 1)).toThrow('folds must be an integer from 2: 1');
});

it('each row is predicted by a model that did not see it', () => {
  const { features, two } = example(600);
  const options = { learner: boostedLearner(), seed: 7 };
  const { probabilities, folds } = definedValue(crossFit(features, two, options));
  const outside = Int32Array.from(folds.keys()).filter((row) => folds[row] !== 2);
  const inside = Int32Array.from(folds.keys()).filter((row) => folds[row] === 2);
  const target = { ...two, codes: Int32Array.from(outside, (row) => two.codes[row]!) };
  const model = definedValue(fitBoostedClassifier(takeRows(features, outside), target));
  expect(probabilities.classes).toEqual(['no', 'yes']);
  expect(Float64Array.from(inside, (row) => probabilities.values[2 * row + 1]!)).toEqual(
    probabilityOf(predictBoosted(model, takeRows(features, inside)), 'yes'),
  );
  const honest = definedValue(rocAuc(two.codes, probabilityOf(probabilities, 'yes')));
  const seen = definedValue(fitBoostedClassifier(features, two));
  const flattered = definedValue(rocAuc(two.codes, probabilityOf(predictBoosted(seen, features), 'yes')));
  expect(honest).toBeGreaterThan(0.75);
  expect(honest).toBeLessThan(flattered - 0.05);
  expect(definedValue(crossFit(features, two, options)).probabilities).toEqual(probabilities);
});

it('says why there is none', () => {
  const { features } = example(6);
  const learner = boostedLearner();
  const fit = (values: string[]) => crossFit(features, texts('t', values), { learner, seed: 1 });
  expect(fit(['a'])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(fit(['a', 'a', 'a', 'a', 'a', 'a'])).toEqual({ ok: false, reason: 'one-class' });
  expect(crossFit(example(4).features, texts('t', ['a', 'b', 'a', 'b']), { learner, seed: 1 })).toEqual({
    ok: false,
    reason: 'too-few',
  });
});
