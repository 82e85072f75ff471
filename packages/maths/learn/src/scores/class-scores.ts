import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { ConfusionMatrix } from './confusion-matrix.ts';

export type ClassScore = {
  readonly name: string;
  /** Rows that are truly of the class. */
  readonly support: number;
  /** Of the rows predicted as the class, the share that is of it; 'zero-denominator' when none is. */
  readonly precision: Result<number>;
  /** Of the rows of the class, the share predicted as it; 'zero-denominator' when there are none. */
  readonly recall: Result<number>;
  /** Their harmonic mean, 2 TP / (2 TP + FP + FN). */
  readonly f1: Result<number>;
};

export type Averages = { readonly precision: number; readonly recall: number; readonly f1: number };

export type ClassScores = {
  readonly accuracy: number;
  readonly classes: readonly ClassScore[];
  /** Each class counts once. */
  readonly macro: Averages;
  /** Each class counts by its support. */
  readonly weighted: Averages;
};

/**
 * Accuracy, and precision, recall and F1 by class with their averages. In an average an undefined part counts as 0: a
 * class that was never predicted earns nothing.
 */
export function classScores(matrix: ConfusionMatrix): ClassScores {
  const { counts, rows } = matrix;
  const classes = matrix.classes.map((name, k): ClassScore => {
    const hits = counts[k]![k]!;
    const support = counts[k]!.reduce((sum, count) => sum + count, 0);
    const predicted = counts.reduce((sum, line) => sum + line[k]!, 0);
    return {
      name,
      support,
      precision: ratio(hits, predicted),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, predicted + support),
    };
  });
  const hits = counts.reduce((sum, line, k) => sum + line[k]!, 0);
  return {
    accuracy: hits / rows,
    classes,
    macro: averages(classes, () => 1 / classes.length),
    weighted: averages(classes, ({ support }) => support / rows),
  };
}

function ratio(numerator: number, denominator: number): Result<number> {
  return denominator === 0 ? undefinedBecause('zero-denominator') : defined(numerator / denominator);
}

function averages(classes: readonly ClassScore[], weight: (of: ClassScore) => number): Averages {
  const mean = (part: 'precision' | 'recall' | 'f1') =>
    classes.reduce((sum, each) => sum + (each[part].ok ? weight(each) * each[part].value : 0), 0);
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}
