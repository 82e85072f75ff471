import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClassProbabilities,
  classRocAuc,
  classScores,
  confusionMatrix,
  logLoss,
  predictedClass,
} from '../index.ts';
import { definedValue, soak, texts, weyl } from '../test-tables.ts';

const CLASSES = ['a', 'b', 'c'];
const ROWS = 60;

/** Probabilities of three classes, and a truth that is the likeliest class in about half of the rows. */
function threeClasses() {
  const first = weyl(ROWS, 0.41421356237309515);
  const second = weyl(ROWS, 0.7320508075688772);
  const third = weyl(ROWS, 0.2360679774997898);
  const followed = weyl(ROWS, 0.7182818284590452);
  const other = weyl(ROWS, 0.14159265358979312);
  const parts = first.map((part, row) => [part + 0.2, second[row]!, third[row]!]);
  const values = parts.flatMap((row) => row.map((part) => part / row.reduce((sum, each) => sum + each, 0)));
  const probabilities: ClassProbabilities = {
    classes: CLASSES,
    rows: ROWS,
    values: Float64Array.from(values),
  };
  const codes = parts.map((row, at) =>
    followed[at]! < 0.5 ? row.indexOf(Math.max(...row)) : Math.floor(other[at]! * 3),
  );
  return {
    probabilities,
    truth: { kind: 'category', name: 't', codes: Int32Array.from(codes), levels: CLASSES } as const,
  };
}

// scikit-learn 1.9.1: confusion_matrix, precision_recall_fscore_support, accuracy_score, log_loss, roc_auc_score.
describe('the scores of classes are those of scikit-learn', () => {
  const { truth, probabilities } = threeClasses();

  it('confusion matrix, precision, recall and F1', () => {
    const matrix = definedValue(confusionMatrix(truth, predictedClass(probabilities)));
    expect(matrix).toEqual({
      classes: CLASSES,
      rows: 60,
      counts: [
        [22, 5, 4],
        [4, 7, 4],
        [4, 1, 9],
      ],
    });
    const scores = classScores(matrix);
    expect(scores.accuracy).toBeCloseTo(0.6333333333333333, 14);
    expect(scores.classes.map(({ support }) => support)).toEqual([31, 15, 14]);
    expect(scores.classes.map(({ precision }) => definedValue(precision))).toEqual([
      0.7333333333333333, 0.5384615384615384, 0.5294117647058824,
    ]);
    expect(scores.classes.map(({ recall }) => definedValue(recall))).toEqual([
      0.7096774193548387, 0.4666666666666667, 0.6428571428571429,
    ]);
    expect(scores.classes.map(({ f1 }) => definedValue(f1))).toEqual([
      0.7213114754098361, 0.5, 0.5806451612903226,
    ]);
    expect(scores.macro.precision).toBeCloseTo(0.600402212166918, 14);
    expect(scores.macro.recall).toBeCloseTo(0.606400409626216, 14);
    expect(scores.macro.f1).toBeCloseTo(0.6006522122333862, 14);
    expect(scores.weighted.precision).toBeCloseTo(0.6370336852689794, 14);
    expect(scores.weighted.recall).toBeCloseTo(0.6333333333333333, 14);
    expect(scores.weighted.f1).toBeCloseTo(0.6331614665961571, 14);
  });

  it('log loss and ROC AUC of each class', () => {
    expect(definedValue(logLoss(truth, probabilities))).toBeCloseTo(0.9810785108018086, 13);
    const { macro, classes } = definedValue(classRocAuc(truth, probabilities));
    expect(macro).toBeCloseTo(0.6978246207157559, 14);
    expect(classes.map(({ name }) => name)).toEqual(CLASSES);
    for (const [at, auc] of [0.7041156840934372, 0.6533333333333334, 0.7360248447204969].entries())
      expect(classes[at]!.auc).toBeCloseTo(auc, 14);
  });
});

it('a class that is never predicted, or never true, says so and earns nothing', () => {
  const matrix = definedValue(confusionMatrix(texts('t', ['a', 'b', null]), texts('p', ['a', 'c', 'a'])));
  expect(matrix.classes).toEqual(['a', 'b', 'c']);
  const { classes, macro, weighted } = classScores(matrix);
  const undefinedPart = { ok: false, reason: 'zero-denominator' };
  expect(classes[1]).toMatchObject({
    support: 1,
    precision: undefinedPart,
    recall: { value: 0 },
    f1: { value: 0 },
  });
  expect(classes[2]).toMatchObject({ support: 0, precision: { value: 0 }, recall: undefinedPart });
  expect(macro.precision).toBeCloseTo(1 / 3, 15);
  expect(weighted.recall).toBe(0.5);
});

it('accuracy is the weighted recall, and for one label a row the micro F1', () => {
  const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(labels, (rows) => {
      const column = (side: 0 | 1) =>
        texts(
          'x',
          rows.map((row) => `class ${row[side]}`),
        );
      const matrix = definedValue(confusionMatrix(column(0), column(1)));
      const scores = classScores(matrix);
      expect(scores.weighted.recall).toBeCloseTo(scores.accuracy, 12);
      expect(matrix.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      const turned = classScores(definedValue(confusionMatrix(column(1), column(0))));
      expect(turned.accuracy).toBe(scores.accuracy);
    }),
    { numRuns: 50 * soak },
  );
});

it('what a model does not know has probability 0', () => {
  const probabilities = { classes: ['a'], rows: 2, values: Float64Array.of(1, 1) };
  const truth = texts('t', ['a', 'b']);
  expect(definedValue(logLoss(truth, probabilities))).toBeCloseTo(18.021826694558577, 12);
  expect(definedValue(classRocAuc(truth, probabilities)).macro).toBe(0.5);
  expect(logLoss(texts('t', [null, null]), probabilities)).toEqual({ ok: false, reason: 'empty' });
  expect(logLoss(texts('t', ['a']), probabilities)).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(classRocAuc(texts('t', ['a', 'a']), probabilities)).toEqual({ ok: false, reason: 'one-class' });
  expect(classRocAuc(texts('t', [null, null]), probabilities)).toEqual({ ok: false, reason: 'empty' });
  expect(confusionMatrix(texts('t', [null]), texts('p', ['a']))).toEqual({ ok: false, reason: 'empty' });
  expect(confusionMatrix(texts('t', []), texts('p', ['a']))).toEqual({
    ok: false,
    reason: 'length-mismatch',
  });
});
