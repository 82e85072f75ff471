import type { Result } from './result.ts';

/** Two small samples with ties, whose statistics the tests compare with SciPy 1.17.1 and NumPy 2.4.6. */
export const A = [2.1, 3.4, 1.9, 5.6, 7.8, 2.2, 3.3, 4.1, 9.9, 0.5, 3.4, 6.1];
export const B = [1.0, 4.4, 5.1, 2.9, 8.8, 7.7, 6.5, 6.5, 10.2, 12.4, 3.3, 0.7];

/** Multiples of an irrational number modulo 1, to a power: a sample that Python and JavaScript make alike. */
export function weylSample(n: number, step: number, power: number, offset = 0): number[] {
  return Array.from({ length: n }, (_, index) => (((index + 1) * step) % 1) ** power + offset);
}

export const GOLDEN = 0.6180339887498949;
export const PLASTIC = 0.7548776662466927;

/** The value of a result that the test expects to be defined. */
export function definedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`undefined: ${result.reason}`);
  return result.value;
}

export const soak = process.env.ASSAY_SOAK ? 100 : 1;
