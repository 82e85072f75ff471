import { expect, it } from 'vitest';
import { findTwins } from './find-twins.ts';

const [zero, near, far] = ['0000000000000000', '0000000000000003', 'ffffffffffffffff'];
const alike = (...pictures: [hash: string, sample: string][]) =>
  findTwins({
    own: pictures.map(([hash]) => hash),
    samples: pictures.map(([, sample]) => sample),
    real: [near],
    distance: 6,
  });

it('finds pictures that look like one of another sample, whichever frames of it do', () => {
  expect(alike([zero, 'a'], [zero, 'b'], [far, 'c']).alike).toEqual([true, true, false]);
  expect(alike([zero, 'a'], [near, 'a'], [zero, 'a'], [far, 'b']).alike).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(alike([zero, 'a'], [near, 'a'], [near, 'b']).alike).toEqual([true, true, true]);
  expect(alike([zero, 'a'], [far, 'a'], [near, 'b']).alike).toEqual([true, false, true]);
  // A frame is a copy of a picture of the world as any picture is.
  expect(alike([zero, 'a'], [near, 'a'], [far, 'a']).real).toEqual([true, true, false]);
});
