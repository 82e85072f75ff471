import { createStream, drawUniform } from '@assay/random';
import { mapResult } from '@assay/stats';
import { expect, test } from 'vitest';
import { bootstrapInterval, krippendorffAlpha, percentAgreement, tallyUnits } from './index.ts';
import { definedValue, KRIPPENDORFF_C } from './published-examples.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

test('holds the figure, repeats by seed, and is wider with more confidence', () => {
  const tally = definedValue(tallyUnits(KRIPPENDORFF_C));
  const interval = (seed: string, confidence = 0.95) =>
    definedValue(
      bootstrapInterval(
        tally.times,
        (times) => mapResult(krippendorffAlpha({ ...tally, times }, 'nominal'), ({ value }) => value),
        { seed, confidence },
      ),
    );
  const found = interval('a');
  expect(found.low).toBeLessThan(0.743);
  expect(found.high).toBeGreaterThan(0.743);
  expect(found).toMatchObject({ resamples: 1000 });
  expect(interval('a')).toEqual(found);
  expect(interval('b')).not.toEqual(found);
  expect(interval('a', 0.8).low).toBeGreaterThanOrEqual(found.low);
});

test('covers the truth about as often as it says', () => {
  // Two raters who agree on a unit with probability .7.
  const UNITS = 120;
  const SAMPLES = 60 * soak;
  let covered = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const stream = createStream(sample, 'coverage');
    const agrees = (unit: number) => drawUniform(stream, unit) < 0.7;
    const tally = definedValue(
      tallyUnits({
        units: UNITS,
        raters: 2,
        categories: 2,
        unit: Int32Array.from({ length: 2 * UNITS }, (_, at) => at >> 1),
        rater: Int32Array.from({ length: 2 * UNITS }, (_, at) => at & 1),
        code: Int32Array.from({ length: 2 * UNITS }, (_, at) => ((at & 1) === 1 && !agrees(at >> 1) ? 1 : 0)),
      }),
    );
    const { low, high } = definedValue(
      bootstrapInterval(
        tally.times,
        (times) => mapResult(percentAgreement({ ...tally, times }), ({ value }) => value),
        { seed: String(sample) },
      ),
    );
    if (low <= 0.7 && high >= 0.7) covered += 1;
  }
  // 95% less four standard errors of 60 samples.
  expect(covered / SAMPLES).toBeGreaterThan(0.83);
});

test('undefined where too little was rated', () => {
  const figure = (): { ok: false; reason: 'unanimous' } => ({ ok: false, reason: 'unanimous' });
  expect(bootstrapInterval(Float64Array.from([1]), figure, { seed: 'a' })).toEqual({
    ok: false,
    reason: 'too-few',
  });
  expect(bootstrapInterval(Float64Array.from([9]), figure, { seed: 'a' })).toEqual({
    ok: false,
    reason: 'too-few',
  });
  expect(bootstrapInterval(Float64Array.from([9]), figure, { seed: 'a', confidence: 1 })).toEqual({
    ok: false,
    reason: 'out-of-range',
  });
});
