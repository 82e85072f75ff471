import { takeRows } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import {
  crossFit,
  fitLogistic,
  type LogisticModel,
  logisticLearner,
  logLoss,
  predictLogistic,
} from '../index.ts';
import { definedValue, example, numbers, texts } from '../test-tables.ts';

const data = example(600);

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(actual[at]).toBeCloseTo(value, 4);
}

/**
 * scikit-learn 1.9.1: LogisticRegression(C=1, tol=1e-12, max_iter=100000) on `example(600)`, numbers by
 * StandardScaler's definition with missing ones 0 and an indicator, colours one-hot with one more for missing.
 */
describe('the coefficients are those of scikit-learn', () => {
  it('for two classes', () => {
    const model = definedValue(fitLogistic(data.features, data.two));
    expectClose(
      model.coefficients[0]!,
      [
        1.501408300038722, 1.4964801402960453, -0.3091868478039932, -1.0004640106669869, 1.893190873103856,
        -0.8240380258611133, 1.6965577477707194, -0.8585071552800042, -0.9067387569818952,
      ],
    );
    expectClose(model.intercepts, [0.21779159701341178]);
    expectClose(
      [...predictLogistic(model, data.features).values.slice(0, 2)],
      [0.2268098356585495, 0.7731901643414505],
    );
  });

  it('with weights', () => {
    const model = definedValue(fitLogistic(data.features, data.two, { weights: data.weights }));
    expectClose(
      model.coefficients[0]!,
      [
        1.5008554366863358, 1.4900525067462422, -0.3702076098527991, -0.9582735477988572, 1.9373303428112547,
        -0.9086715495035869, 1.7417540293445137, -0.8423438069457473, -0.9697959059084387,
      ],
    );
    expectClose(model.intercepts, [0.24640902051527164]);
  });

  it('for three classes', () => {
    const model = definedValue(fitLogistic(data.features, data.three));
    expectClose(
      model.coefficients[0]!,
      [
        -1.4749801323257357, -1.41087221788944, 0.5583958762371822, 0.5358796357295483, -1.7034870551559225,
        0.7522888962934975, -1.5772204259371232, 0.8810798046097498, 1.1114563504360628,
      ],
    );
    expectClose(model.intercepts, [-0.7095244323533924, 0.9419503153585943, -0.23242588300518915]);
    expectClose(
      [...predictLogistic(model, data.features).values.slice(0, 3)],
      [0.05459147170808701, 0.5580703143598731, 0.38733821393204],
    );
  });
});

describe('a logistic regression', () => {
  const model = definedValue(fitLogistic(data.features, data.two));

  it('is plain JSON, predicts a row alike alone, and equals itself for equal input', () => {
    const read = JSON.parse(JSON.stringify(model)) as LogisticModel;
    expect(read).toEqual(model);
    expect(fitLogistic(data.features, data.two)).toEqual({ ok: true, value: model });
    const all = predictLogistic(model, data.features);
    expect(predictLogistic(read, takeRows(data.features, [17])).values[1]).toBe(all.values[35]);
    expect(definedValue(logLoss(data.two, all))).toBeLessThan(0.5);
  });

  it('has no term for an unseen level', () => {
    const row = (colour: string | null) => ({
      rows: 1,
      columns: [numbers('amount', [50]), numbers('years', [10]), texts('colour', [colour])],
    });
    const odds = (colour: string | null) => {
      const [no, yes] = predictLogistic(model, row(colour)).values;
      return Math.log(yes! / no!);
    };
    expect(odds('blue') - odds('fuchsia')).toBeCloseTo(model.coefficients[0]![4]!, 10);
    expect(odds(null) - odds('fuchsia')).toBeCloseTo(model.coefficients[0]![8]!, 10);
  });

  it('stands a constant, an infinite number and classes that part completely', () => {
    const features = {
      rows: 6,
      columns: [
        numbers('same', [4, 4, 4, 4, 4, 4]),
        numbers('x', [1, 2, 3, 11, 12, Number.POSITIVE_INFINITY]),
      ],
    };
    const target = texts('t', ['a', 'a', 'a', 'b', 'b', 'b']);
    const parted = definedValue(fitLogistic(features, target));
    expect(parted.coefficients[0]![0]).toBe(0);
    expect([...predictLogistic(parted, features).values].every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(predictLogistic(parted, features).values[7]).toBeGreaterThan(0.7);
  });

  it('says why there is none', () => {
    const { features, two } = data;
    expect(fitLogistic(features, two, { settings: { iterations: 3 } })).toEqual({
      ok: false,
      reason: 'not-converged',
    });
    expect(fitLogistic(features, two, { settings: { c: 0 } })).toEqual({ ok: false, reason: 'out-of-range' });
    expect(fitLogistic(features, texts('t', ['a']))).toEqual({ ok: false, reason: 'length-mismatch' });
    expect(fitLogistic(features, texts('t', new Array<string>(600).fill('a')))).toEqual({
      ok: false,
      reason: 'one-class',
    });
    expect(() => predictLogistic(model, { rows: 1, columns: [] })).toThrow('the table has no column amount');
    expect(() =>
      predictLogistic(model, { rows: 1, columns: [texts('amount', ['a']), ...features.columns.slice(1)] }),
    ).toThrow('column amount is a category, not a number');
  });

  it('can be cancelled, and learns in folds', () => {
    const control = {
      throwIfAborted: () => {
        throw new Error('cancelled');
      },
      progress: () => {},
    };
    expect(() => fitLogistic(data.features, data.two, { control })).toThrow('cancelled');
    const options = { learner: logisticLearner(), seed: 1 };
    const { probabilities } = definedValue(crossFit(data.features, data.two, options));
    expect(definedValue(logLoss(data.two, probabilities))).toBeLessThan(0.55);
  });
});
