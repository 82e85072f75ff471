import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapOf } from '../overlap.ts';
import { signedArea } from '../polygon.ts';
import { polygonFault } from '../polygon-fault.ts';
import { rleOfPixels } from './pixels.ts';
import { KNOWN_POLYGONS, STAR_POLYGON } from './pycocotools-polygons.ts';
import { ringsOfRle } from './rings-of-rle.ts';
import { rleArea } from './rle-measures.ts';
import { rleOfRings } from './rle-of-rings.ts';
import { rleToString } from './rle-string.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };

const maskOfRows = (...rows: readonly string[]) =>
  rleOfPixels(
    Uint8Array.from([...rows.join('')].map((sign) => Number(sign === '#'))),
    rows[0]!.length,
    rows.length,
  );

const masks = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height, max: 1 })
      .map((pixels) => rleOfPixels(pixels, width, height)),
  );

describe('the mask of a polygon', () => {
  it.each(KNOWN_POLYGONS)('$name is what pycocotools gives', ({ ring, text }) => {
    expect(rleToString(rleOfRings([ring], 12, 11))).toBe(text);
  });

  it('of many points is what pycocotools gives', () => {
    const mask = rleOfRings([STAR_POLYGON.ring], 300, 200);
    expect(rleToString(mask)).toBe(STAR_POLYGON.text);
    expect(rleArea(mask)).toBe(STAR_POLYGON.area);
  });

  it('leaves out what is outside, however far, and refuses what is no number', () => {
    const wide = [
      { x: -1e9, y: -1e9 },
      { x: 1e9, y: -1e9 },
      { x: 1e9, y: 1e9 },
      { x: -1e9, y: 1e9 },
    ];
    expect([...rleOfRings([wide], 12, 11).counts]).toEqual([0, 132]);
    expect([...rleOfRings([], 12, 11).counts]).toEqual([132]);
    expect([...rleOfRings([[{ x: 3, y: 3 }]], 12, 11).counts]).toEqual([132]);
    for (const x of [Number.NaN, Infinity]) {
      expect(() => rleOfRings([[{ x, y: 0 }, ...wide]], 12, 11)).toThrow('not finite');
    }
  });
});

describe('the borders of a mask', () => {
  it('go around its pixels, with holes the other way', () => {
    const rings = ringsOfRle(maskOfRows('.....', '.###.', '.#.#.', '.###.', '.....'));
    expect(rings).toEqual([
      [
        { x: 1, y: 1 },
        { x: 4, y: 1 },
        { x: 4, y: 4 },
        { x: 1, y: 4 },
      ],
      expect.arrayContaining([
        { x: 2, y: 2 },
        { x: 3, y: 3 },
      ]),
    ]);
    expect(rings.map(signedArea)).toEqual([9, -1]);
  });

  it('are apart where pixels touch at a corner', () => {
    expect(ringsOfRle(maskOfRows('#.', '.#')).map(signedArea)).toEqual([1, 1]);
    expect(ringsOfRle(maskOfRows('.#', '#.')).map(signedArea)).toEqual([1, 1]);
    expect(ringsOfRle(maskOfRows('...'))).toEqual([]);
  });

  it('lead back to the mask, have its area, and only corners', () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const rings = ringsOfRle(mask);
        expect(rleOfRings(rings, mask.width, mask.height)).toEqual(mask);
        expect(rings.reduce((sum, ring) => sum + signedArea(ring), 0)).toBe(rleArea(mask));
        expect(overlapOf(rings, []).first).toBeCloseTo(rleArea(mask), 9);
        for (const ring of rings) {
          for (const [at, { x, y }] of ring.entries()) {
            const next = ring[(at + 1) % ring.length]!;
            const after = ring[(at + 2) % ring.length]!;
            expect((x === next.x) !== (next.x === after.x) && (y === next.y) !== (next.y === after.y)).toBe(
              true,
            );
          }
        }
        const simple = rings.filter((ring) => polygonFault(ring) === undefined);
        // A hole may touch the outside at a corner, and its ring then touches itself; all others are simple.
        const twice = rings.filter((ring) => new Set(ring.map(({ x, y }) => `${x} ${y}`)).size < ring.length);
        expect(simple.length).toBe(rings.length - twice.length);
      }),
      RUNS,
    );
  });
});
