import { expect, it } from 'vitest';
import { driftBand } from './drift-band.ts';

it('puts the stability index into the customary bands', () => {
  expect([0, 0.0999, 0.1, 0.2499, 0.25, 7].map((psi) => driftBand({ psi }))).toEqual([
    'little',
    'little',
    'some',
    'some',
    'much',
    'much',
  ]);
  expect(driftBand({ psi: null })).toBe('none');
});
