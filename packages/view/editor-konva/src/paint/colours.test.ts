import { labelColours } from '@assay/contracts';
import { describe, expect, test } from 'vitest';
import { contrastOf, HALO, luminanceOf, PICTURE_COLOURS } from './colours.ts';

describe('colours on pictures', () => {
  test('have the luminance and contrast of the WCAG', () => {
    expect(luminanceOf('#ffffff')).toBeCloseTo(1, 10);
    expect(luminanceOf('#777777')).toBeCloseTo(0.18447, 4);
    expect(contrastOf(luminanceOf('#767676'), luminanceOf('#ffffff'))).toBeCloseTo(4.54, 2);
  });

  test.each(labelColours)(
    '%s, or what lies below it, has a contrast of 3 to 1 with any background',
    (name) => {
      const [colour, halo] = [luminanceOf(PICTURE_COLOURS[name]), luminanceOf(HALO)];
      for (let background = 0; background <= 1; background += 0.001) {
        expect(Math.max(contrastOf(background, colour), contrastOf(background, halo))).toBeGreaterThanOrEqual(
          3,
        );
      }
    },
  );

  test('are as many as there are colours of labels', () => {
    expect(new Set(Object.values(PICTURE_COLOURS)).size).toBe(labelColours.length);
  });
});
