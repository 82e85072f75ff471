import { expect, test } from 'vitest';
import { labOf } from './lab.ts';

const lab = (red: number, green: number, blue: number): number[] => {
  const out = new Float64Array(3);
  labOf(red, green, blue, out);
  return [...out];
};
const near = (found: readonly number[], expected: readonly number[]): void => {
  for (const [index, value] of expected.entries()) expect(Math.abs(found[index]! - value)).toBeLessThan(0.02);
};

test('as rgb2lab of scikit-image 0.26.0 (D65, 2 degrees), whose matrix has four digits', () => {
  near(lab(37, 3, 17), [4.50761397, 17.2575878, -0.5136727]);
  near(lab(74, 6, 34), [13.83866357, 32.46740732, 1.71370172]);
});

test('black, white and greys have no colour', () => {
  near(lab(0, 0, 0), [0, 0, 0]);
  near(lab(255, 255, 255), [100, 0, 0]);
  near(lab(119, 119, 119).slice(1), [0, 0]);
});
