import {
  type CategoryColumn,
  categoryColumn,
  type NumberColumn,
  type Result,
  type Table,
  tableOf,
} from '@assay/stats';

/** Multiples of an irrational number modulo 1: a sample that Python and JavaScript make alike. */
export function weyl(n: number, step: number): number[] {
  return Array.from({ length: n }, (_, index) => ((index + 1) * step) % 1);
}

export const COLOURS = ['amber', 'blue', 'coral', 'denim', 'ecru'];

export type Example = {
  readonly features: Table;
  /** What the targets are cut from. */
  readonly score: NumberColumn;
  /** 'no' or 'yes'. */
  readonly two: CategoryColumn;
  /** 'low', 'mid' or 'high', as levels in this order. */
  readonly three: CategoryColumn;
  readonly weights: readonly number[];
};

/**
 * Three features (a decimal with more values than bins, an integer with missing values, a category with missing
 * values) and a target that depends on each, and on noise.
 */
export function example(n: number): Example {
  const amount = weyl(n, 0.6180339887498949).map((share) => Math.floor(share * 10000) / 100);
  const withoutYears = weyl(n, 0.7320508075688772);
  const years = weyl(n, 0.7548776662466927).map((share, row) =>
    withoutYears[row]! < 0.1 ? Number.NaN : Math.floor(share * 30),
  );
  const withoutColour = weyl(n, 0.14159265358979312);
  const colour = weyl(n, 0.7182818284590452).map((share, row) =>
    withoutColour[row]! < 0.2 ? -1 : Math.floor(share * 5),
  );
  const score = weyl(n, 0.41421356237309515).map((noise, row) => {
    const fromYears = Number.isNaN(years[row]) ? 0.3 : years[row]! / 30;
    const fromColour = colour[row] === 1 || colour[row] === 3 ? 0.5 : 0;
    return amount[row]! / 100 + fromYears + fromColour + noise;
  });
  return {
    features: tableOf([
      { kind: 'number', name: 'amount', scale: 'decimal', values: Float64Array.from(amount) },
      { kind: 'number', name: 'years', scale: 'integer', values: Float64Array.from(years) },
      { kind: 'category', name: 'colour', codes: Int32Array.from(colour), levels: COLOURS },
    ]),
    score: { kind: 'number', name: 'score', scale: 'decimal', values: Float64Array.from(score) },
    two: coded(
      score.map((value) => (value > 1.6 ? 1 : 0)),
      ['no', 'yes'],
    ),
    three: coded(
      score.map((value) => (value > 1.3 ? 1 : 0) + (value > 1.9 ? 1 : 0)),
      ['low', 'mid', 'high'],
    ),
    weights: weyl(n, 0.2360679774997898).map((share) => 1 + Math.floor(share * 3)),
  };
}

function coded(codes: readonly number[], levels: readonly string[]): CategoryColumn {
  return { kind: 'category', name: 'target', codes: Int32Array.from(codes), levels };
}

/** A column of texts, for short tests. */
export function texts(name: string, values: readonly (string | null)[]): CategoryColumn {
  return categoryColumn(name, values);
}

/** A column of numbers, for short tests. */
export function numbers(name: string, values: readonly number[]): NumberColumn {
  return { kind: 'number', name, scale: 'decimal', values: Float64Array.from(values) };
}

/** The value of a result that the test expects to be defined. */
export function definedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`undefined: ${result.reason}`);
  return result.value;
}

/** 100 where a soak run asks for many cases. */
export const soak = process.env.ASSAY_SOAK ? 100 : 1;
