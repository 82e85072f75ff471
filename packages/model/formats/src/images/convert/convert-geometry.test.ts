import type { Geometry } from '@assay/contracts';
import { pixelsOfRle, ringArea, rleOfPixels, rleOfRings, rleToString } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertGeometry } from './convert-geometry.ts';
import { boundsOfGeometry } from './geometry-bounds.ts';
import { boxOfMask, maskOfRows, runsOfPixels } from './mask-box.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

/** A mask as it is drawn: `#` is inside. */
function maskOf(rows: readonly string[]): Geometry {
  const [width, height] = [rows[0]!.length, rows.length];
  const pixels = Uint8Array.from(rows.join(''), (each) => Number(each === '#'));
  return { kind: 'mask', version: 1, width, height, counts: rleToString(rleOfPixels(pixels, width, height)) };
}

const pointsOf = (geometry: Geometry | undefined) => (geometry?.kind === 'polygon' ? geometry.points : []);

describe('a mask as polygons', () => {
  it('is its outer borders, one for each part, with holes filled', () => {
    const polygons = convertGeometry(maskOf(['###..#', '#.#...', '###..#']), 'polygon');
    expect(polygons.map((each) => ringArea(pointsOf(each)))).toEqual([9, 1, 1]);
    expect(pointsOf(polygons[0])).toEqual([
      { x: 0, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 3 },
      { x: 0, y: 3 },
    ]);
  });

  it('covers the same pixels where it has no hole', () => {
    const parts = fc.array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), {
      minLength: 4,
      maxLength: 9,
    });
    fc.assert(
      fc.property(parts, (given) => {
        // Each row filled from its first pixel on: no pixel outside is enclosed.
        const rows = given.map((row) => '#'.repeat(1 + row.lastIndexOf(true)).padEnd(9, '.'));
        const mask = maskOf(rows);
        const rings = convertGeometry(mask, 'polygon').map(pointsOf);
        const filled = pixelsOfRle(rleOfRings(rings, 9, rows.length));
        expect([...filled].map((each) => (each === 1 ? '#' : '.')).join('')).toBe(rows.join(''));
      }),
      { numRuns: 100 * soak },
    );
  });

  it('is nothing where it is empty', () => {
    const empty = maskOf(['..', '..']);
    for (const kind of ['polygon', 'box', 'rotated-box'] as const)
      expect(convertGeometry(empty, kind)).toEqual([]);
  });
});

describe('an ellipse', () => {
  const ellipse = { kind: 'ellipse', version: 1, cx: 50, cy: 40, rx: 30, ry: 10, rotation: 0.7 } as const;
  const around = Array.from({ length: 20_000 }, (_, at) => {
    const [along, across] = [30 * Math.cos(at / 3000), 10 * Math.sin(at / 3000)];
    const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
    return { x: 50 + along * cos - across * sin, y: 40 + along * sin + across * cos };
  });

  it('has the bounds of its points', () => {
    const bounds = boundsOfGeometry(ellipse)!;
    expect(bounds.minX).toBeCloseTo(Math.min(...around.map(({ x }) => x)), 4);
    expect(bounds.maxX).toBeCloseTo(Math.max(...around.map(({ x }) => x)), 4);
    expect(bounds.minY).toBeCloseTo(Math.min(...around.map(({ y }) => y)), 4);
    expect(bounds.maxY).toBeCloseTo(Math.max(...around.map(({ y }) => y)), 4);
  });

  it('is a polygon of nearly its area, and the rotated box around it', () => {
    const [polygon] = convertGeometry(ellipse, 'polygon');
    expect(pointsOf(polygon)).toHaveLength(64);
    // The area of a polygon of n corners in a circle, over that of the circle.
    const share = (64 / (2 * Math.PI)) * Math.sin((2 * Math.PI) / 64);
    expect(ringArea(pointsOf(polygon))).toBeCloseTo(Math.PI * 300 * share, 9);
    expect(convertGeometry(ellipse, 'rotated-box')).toEqual([
      { kind: 'rotated-box', version: 1, cx: 50, cy: 40, width: 60, height: 20, rotation: 0.7 },
    ]);
  });
});

it('a skeleton is bounded by the joints that are somewhere', () => {
  const joint = (name: string, x: number, visibility: 'visible' | 'absent') => ({
    name,
    x,
    y: x,
    visibility,
  });
  const joints = [joint('a', 3, 'visible'), joint('b', 9, 'absent'), joint('c', 5, 'visible')];
  expect(convertGeometry({ kind: 'skeleton', version: 1, joints }, 'box')).toEqual([
    { kind: 'box', version: 1, x: 3, y: 3, width: 2, height: 2 },
  ]);
});

it('a mask is found again in the part of the image in which it lies', () => {
  const size = fc.integer({ min: 1, max: 9 });
  const masks = fc
    .tuple(size, size)
    .chain(([width, height]) =>
      fc
        .uint8Array({ minLength: width * height, maxLength: width * height, max: 1 })
        .map((pixels) => ({ width, height, pixels })),
    );
  fc.assert(
    fc.property(masks, ({ width, height, pixels }) => {
      const mask = rleOfPixels(pixels, width, height);
      const box = boxOfMask(mask);
      if (box === undefined) {
        expect(pixels).not.toContain(1);
        return;
      }
      const runs = runsOfPixels(box.pixels);
      const found = maskOfRows(runs, box, { width, height }, 2 * width * height);
      expect(found?.ok && [...found.value.counts]).toEqual([...mask.counts]);
      expect(maskOfRows(runs, box, { width, height }, 1)).toBeUndefined();
      expect(runs.reduce((sum, run) => sum + run, 0)).toBe(box.pixels.length);
      expect(runs.slice(1)).not.toContain(0);
    }),
    { numRuns: 100 * soak },
  );
});
