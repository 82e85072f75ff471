import { expect, it } from 'vitest';
import { addSample, type Sample, sendingRate } from './sending-rate.ts';

it('is bytes per second over the last eight seconds', () => {
  let samples: Sample[] = [];
  expect(sendingRate(samples)).toBeNull();
  samples = addSample(samples, { at: 0, bytes: 0 });
  samples = addSample(samples, { at: 500, bytes: 1000 });
  expect(sendingRate(samples)).toBeNull();
  samples = addSample(samples, { at: 2000, bytes: 4000 });
  expect(sendingRate(samples)).toBe(2000);
  samples = addSample(samples, { at: 10_000, bytes: 4800 });
  expect(sendingRate(samples)).toBe(100);
});

it('is unknown while nothing goes', () => {
  expect(
    sendingRate([
      { at: 0, bytes: 5 },
      { at: 3000, bytes: 5 },
    ]),
  ).toBeNull();
});
