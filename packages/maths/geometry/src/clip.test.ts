import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsContain, boundsOfPoints, cornersOf, padBounds } from './bounds.ts';
import { clipRing } from './clip.ts';
import { overlapOf } from './overlap.ts';
import { type Ring, ringArea } from './polygon.ts';
import { polygonFault } from './polygon-fault.ts';
import { RINGS } from './shapely-values.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
const IMAGE = { minX: 2, minY: 1, maxX: 9, maxY: 8 };
const areas = (rings: readonly Ring[]) => rings.map(ringArea).sort((a, b) => a - b);

// shapely 2.2.0: areas of the parts of `polygon.intersection(box(2, 1, 9, 8))`.
it.each([
  ['square', [49]],
  ['shifted', [12]],
  ['beside', []],
  ['diamond', [48.5]],
  ['comb', [34]],
  ['star', [29.93877076]],
  ['sliver', []],
  ['small', [0.625]],
] as const)('%s is cut to the image as shapely cuts it', (name, expected) => {
  const cut = areas(clipRing(RINGS[name], IMAGE));
  expect(cut).toHaveLength(expected.length);
  for (const [at, area] of expected.entries()) expect(cut[at]).toBeCloseTo(area, 8);
});

it('leaves a polygon inside as it is, and one around the image as the image', () => {
  expect(clipRing(RINGS.small, IMAGE)).toEqual([RINGS.small]);
  const around = cornersOf(padBounds(IMAGE, 5));
  expect(areas(clipRing(around, IMAGE))).toEqual([49]);
});

it('parts what the border pinches', () => {
  const pinched = [
    { x: 2, y: 6 },
    { x: 5, y: 1 },
    { x: 8, y: 6 },
    { x: 8, y: 0 },
    { x: 2, y: 0 },
  ];
  expect(areas(clipRing(pinched, IMAGE))).toEqual([7.5, 7.5]);
});

it('gives each tooth of a comb as a part of its own', () => {
  const teeth = clipRing(RINGS.comb, { minX: -1, minY: 5, maxX: 20, maxY: 20 });
  expect(areas(teeth)).toEqual([10, 10, 10]);
  expect(teeth.map((tooth) => polygonFault(tooth))).toEqual([undefined, undefined, undefined]);
});

it('keeps the area inside and nothing else of any simple polygon, on a grid that makes borders coincide', () => {
  const radii = fc.array(fc.nat(6), { minLength: 3, maxLength: 12 });
  const side = fc.nat(5);
  fc.assert(
    fc.property(radii, side, side, (all, x, y) => {
      // Radii about a centre make a simple ring; rounding puts corners on the borders and may make it cross itself.
      const ring = all.map((radius, at) => {
        const angle = (at / all.length) * 2 * Math.PI;
        return {
          x: Math.round((1 + radius) * Math.cos(angle)),
          y: Math.round((1 + radius) * Math.sin(angle)),
        };
      });
      fc.pre(polygonFault(ring) === undefined);
      const image = { minX: -x, minY: -2, maxX: 3, maxY: y };
      const parts = clipRing(ring, image);
      const sum = parts.reduce((total, part) => total + ringArea(part), 0);
      expect(sum).toBeCloseTo(overlapOf([ring], [cornersOf(image)]).both, 9);
      for (const part of parts) {
        expect(boundsContain(padBounds(image, 1e-9), boundsOfPoints(part)!)).toBe(true);
      }
    }),
    RUNS,
  );
});
