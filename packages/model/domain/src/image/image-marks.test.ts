import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageMarks, type MeasuredImage, modifiedZScores } from './image-marks.ts';

const image = (measures: MeasuredImage['measures'], rest: Partial<MeasuredImage> = {}): MeasuredImage => ({
  width: 640,
  height: 480,
  notices: [],
  measures,
  ...rest,
});

describe('modified z-scores', () => {
  it('are those of the definition', () => {
    // Median 3, MAD 1: the score of 10 is 0.6745 * 7.
    const scores = modifiedZScores([1, 2, 3, 4, 10]);
    expect(scores[4]).toBeCloseTo(4.7215, 10);
    expect(scores[2]).toBe(0);
  });

  it('use the mean deviation where most values are equal, and are 0 where all are', () => {
    // Median 5, MAD 0, mean absolute deviation 5 / 5 = 1.
    expect(modifiedZScores([5, 5, 5, 5, 10])[4]).toBeCloseTo(5 / 1.253314, 10);
    expect(modifiedZScores([2, 2, 2])).toEqual([0, 0, 0]);
  });

  it('do not change when all values are moved or stretched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 40 }),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (values, moved, stretched) => {
          const there = modifiedZScores(values.map((value) => value * stretched + moved));
          for (const [i, score] of modifiedZScores(values).entries()) {
            expect(there[i]).toBeCloseTo(score, 8);
          }
        },
      ),
    );
  });
});

describe('marks', () => {
  it('say which picture of an import is blurred, dark or bright', () => {
    const usual = Array.from({ length: 20 }, (_, i) =>
      image({ laplacianVariance: 400 + 10 * i, brightness: 0.45 + 0.005 * i, contrast: 0.2 + 0.002 * i }),
    );
    const marks = imageMarks([
      ...usual,
      image({ laplacianVariance: 2, brightness: 0.5, contrast: 0.22 }),
      image({ laplacianVariance: 500, brightness: 0.02, contrast: 0.01 }),
      image({ laplacianVariance: 500, brightness: 0.99, contrast: 0.22 }),
    ]);
    expect(marks.slice(0, 20).every((each) => each.length === 0)).toBe(true);
    expect(marks.slice(20)).toEqual([['blurred'], ['dark', 'flat'], ['bright']]);
  });

  it('say nothing of what is usual where there are too few', () => {
    expect(imageMarks([image({ laplacianVariance: 500 }), image({ laplacianVariance: 0.1 })])).toEqual([
      [],
      [],
    ]);
  });

  it('say of a single picture that it is small, and that it tells a place', () => {
    expect(imageMarks([image({}, { height: 40, notices: ['place-found'] })])).toEqual([['small', 'place']]);
  });
});
