import type { Geometry, GeometryKind } from '@assay/contracts';
import { boundsContain, boundsContainPoint, boundsMeet, distance, padBounds } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { geometriesOf } from '../testing/geometries.ts';
import { readStored } from './read-geometry.ts';
import type { ShapeModule } from './shape-module.ts';
import {
  areaOfGeometry,
  boundsOfGeometry,
  distanceToGeometry,
  geometryKinds,
  geometryMeets,
  handlesOfGeometry,
  moveGeometryHandle,
  readGeometry,
  removeGeometryHandle,
  rotateGeometry,
  translateGeometry,
} from './shapes.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 10_000 : 100 };
const FAR = { minX: 500, minY: 500, maxX: 600, maxY: 600 };
const offset = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
const place = fc.record({ x: fc.integer({ min: -20, max: 150 }), y: fc.integer({ min: -20, max: 150 }) });
const arbitraryOf = (kind: GeometryKind): fc.Arbitrary<Geometry> => geometriesOf[kind];

/** Numbers equal to 1e-9, everything else equal; angles are compared by their direction. */
function expectClose(actual: unknown, expected: unknown, key = ''): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (key === 'rotation') expect(Math.cos(actual - expected)).toBeCloseTo(1, 9);
    else expect(actual).toBeCloseTo(expected, 9);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) {
      expectClose((actual as Record<string, unknown>)[name], value, name);
    }
  } else expect(actual).toEqual(expected);
}

describe.each(geometryKinds)('%s', (kind) => {
  it('is read as it was stored', () => {
    fc.assert(
      fc.property(arbitraryOf(kind), (geometry) => {
        expect(readGeometry(JSON.parse(JSON.stringify(geometry)))).toEqual({ ok: true, value: geometry });
      }),
      RUNS,
    );
  });

  it('lies in its bounds: what is hit is there, and what is far away meets nothing', () => {
    fc.assert(
      fc.property(arbitraryOf(kind), place, (geometry, point) => {
        const bounds = boundsOfGeometry(geometry);
        const dot = { minX: point.x, minY: point.y, maxX: point.x, maxY: point.y };
        expect(geometryMeets(geometry, FAR)).toBe(false);
        if (bounds === undefined) {
          expect(distanceToGeometry(geometry, point)).toBe(Infinity);
          expect(geometryMeets(geometry, padBounds(dot, 1000))).toBe(false);
          return;
        }
        expect(geometryMeets(geometry, padBounds(bounds, 1e-6))).toBe(true);
        const away = distanceToGeometry(geometry, point);
        expect(away).toBeGreaterThanOrEqual(0);
        if (away === 0) expect(boundsContainPoint(padBounds(bounds, 1e-9), point)).toBe(true);
        if (!boundsMeet(bounds, dot)) expect(geometryMeets(geometry, dot)).toBe(false);
        expect(areaOfGeometry(geometry)).toBeLessThanOrEqual(
          (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY) + 1e-6,
        );
      }),
      RUNS,
    );
  });

  it('moves there and back', () => {
    // What a mask loses over the edge of the image does not come back; rle.test.ts says what it does.
    if (kind === 'mask') return;
    fc.assert(
      fc.property(arbitraryOf(kind), offset, (geometry, by) => {
        const moved = translateGeometry(geometry, by);
        expectClose(translateGeometry(moved, { x: -by.x, y: -by.y }), geometry);
        expect(areaOfGeometry(moved)).toBeCloseTo(areaOfGeometry(geometry), 9);
        const [before, after] = [boundsOfGeometry(geometry), boundsOfGeometry(moved)];
        if (before === undefined) return;
        expectClose(after, {
          minX: before.minX + by.x,
          minY: before.minY + by.y,
          maxX: before.maxX + by.x,
          maxY: before.maxY + by.y,
        });
      }),
      RUNS,
    );
  });

  it('turns there and back, or not at all', () => {
    fc.assert(
      fc.property(arbitraryOf(kind), place, (geometry, about) => {
        const turned = rotateGeometry(geometry, 0.7, about);
        expectClose(rotateGeometry(turned, -0.7, about), geometry);
        if (kind !== 'skeleton') expect(areaOfGeometry(turned)).toBeCloseTo(areaOfGeometry(geometry), 9);
      }),
      RUNS,
    );
  });

  it('follows its handles', () => {
    fc.assert(
      fc.property(arbitraryOf(kind), place, (geometry, to) => {
        for (const { id, point, kind: handleKind } of handlesOfGeometry(geometry, 1)) {
          if (handleKind === 'rotate') continue;
          const moved = moveGeometryHandle(geometry, id, to);
          expect(readGeometry(moved)).toMatchObject({ ok: true });
          const handles = handlesOfGeometry(moved, 1);
          if (handleKind !== 'side') {
            expect(Math.min(...handles.map((each) => distance(each.point, to)))).toBeLessThan(1e-9);
          }
          if (handleKind === 'midpoint')
            expect(handles).toHaveLength(handlesOfGeometry(geometry, 1).length + 2);
          else expectClose(moveGeometryHandle(geometry, id, point), geometry);
        }
        expect(moveGeometryHandle(geometry, 'no such handle', to)).toEqual(geometry);
        expect(moveGeometryHandle(geometry, 'v999', to)).toEqual(geometry);
      }),
      RUNS,
    );
  });
});

describe('resizing', () => {
  const box: Geometry = { kind: 'box', version: 1, x: 10, y: 10, width: 20, height: 10 };

  it('keeps the opposite side, and turns over beyond it', () => {
    expect(moveGeometryHandle(box, 'se', { x: 50, y: 40 })).toMatchObject({
      x: 10,
      y: 10,
      width: 40,
      height: 30,
    });
    expect(moveGeometryHandle(box, 'e', { x: 50, y: 99 })).toMatchObject({
      x: 10,
      y: 10,
      width: 40,
      height: 10,
    });
    expect(moveGeometryHandle(box, 'nw', { x: 40, y: 35 })).toMatchObject({
      x: 30,
      y: 20,
      width: 10,
      height: 15,
    });
  });

  it('keeps the ratio or the centre on demand', () => {
    expect(moveGeometryHandle(box, 'se', { x: 50, y: 11 }, { keepRatio: true })).toMatchObject({
      x: 10,
      y: 10,
      width: 40,
      height: 20,
    });
    expect(moveGeometryHandle(box, 'n', { x: 0, y: 5 }, { fromCentre: true })).toMatchObject({
      x: 10,
      y: 5,
      width: 20,
      height: 20,
    });
    const flat: Geometry = { ...box, height: 0 };
    expect(moveGeometryHandle(flat, 'se', { x: 20, y: 20 }, { keepRatio: true })).toMatchObject({
      width: 10,
      height: 10,
    });
  });

  it('of a turned box leaves the opposite corner where it is seen', () => {
    const turned: Geometry = {
      kind: 'rotated-box',
      version: 1,
      cx: 50,
      cy: 50,
      width: 20,
      height: 10,
      rotation: 0.6,
    };
    const corner = (geometry: Geometry, id: string) =>
      handlesOfGeometry(geometry, 1).find((handle) => handle.id === id)!.point;
    const to = { x: 80, y: 85 };
    const moved = moveGeometryHandle(turned, 'se', to);
    expect(distance(corner(moved, 'se'), to)).toBeLessThan(1e-9);
    expect(distance(corner(moved, 'nw'), corner(turned, 'nw'))).toBeLessThan(1e-9);
  });
});

describe('taking away', () => {
  it('leaves a line two points, and makes a joint absent', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 5, y: 5 },
      { x: 9, y: 0 },
    ];
    const line: Geometry = { kind: 'polyline', version: 1, points };
    const shorter = removeGeometryHandle(line, 'v0')!;
    expect(shorter).toEqual({ ...line, points: points.slice(1) });
    expect(removeGeometryHandle(shorter, 'v0')).toBeUndefined();
    for (const handle of ['v3', 'm0', 'nw']) expect(removeGeometryHandle(line, handle)).toBeUndefined();

    const joint = { name: 'head', x: 1, y: 2, visibility: 'visible' } as const;
    const skeleton: Geometry = { kind: 'skeleton', version: 1, joints: [joint] };
    const without = removeGeometryHandle(skeleton, 'joint head')!;
    expect(without).toEqual({ ...skeleton, joints: [{ ...joint, visibility: 'absent' }] });
    expect(removeGeometryHandle(without, 'joint head')).toBeUndefined();
    expect(boundsOfGeometry(without)).toBeUndefined();
  });

  it('is nothing that shapes without vertices know', () => {
    for (const kind of ['box', 'ellipse', 'point', 'mask', 'image-class'] as const) {
      const [geometry] = fc.sample(arbitraryOf(kind), { seed: 1, numRuns: 1 });
      expect(removeGeometryHandle(geometry!, 'v0')).toBeUndefined();
    }
  });
});

describe('hitting', () => {
  it('an ellipse means its inside, not its bounds', () => {
    const ellipse: Geometry = { kind: 'ellipse', version: 1, cx: 50, cy: 50, rx: 20, ry: 10, rotation: 0 };
    expect(distanceToGeometry(ellipse, { x: 69, y: 50 })).toBe(0);
    expect(distanceToGeometry(ellipse, { x: 68, y: 58 })).toBeGreaterThan(2);
    expect(distanceToGeometry(ellipse, { x: 75, y: 50 })).toBeCloseTo(5, 6);
    expect(boundsOfGeometry({ ...ellipse, rotation: Math.PI / 2 })!.maxY).toBeCloseTo(70, 9);
    expect(geometryMeets(ellipse, { minX: 68, minY: 58, maxX: 70, maxY: 60 })).toBe(false);
  });

  it('a mask means its pixels', () => {
    const mask: Geometry = { kind: 'mask', version: 1, width: 5, height: 5, counts: '632NO0124' };
    // The ring of pycocotools-values.ts: empty in the middle.
    expect(distanceToGeometry(mask, { x: 1.5, y: 1.5 })).toBe(0);
    expect(distanceToGeometry(mask, { x: 2.5, y: 2.5 })).toBe(Infinity);
    expect(geometryMeets(mask, { minX: 2.1, minY: 2.1, maxX: 2.9, maxY: 2.9 })).toBe(false);
    expect(geometryMeets(mask, { minX: 2.1, minY: 2.1, maxX: 3.1, maxY: 2.9 })).toBe(true);
    expect(geometryMeets(mask, { minX: -9, minY: 7, maxX: 9, maxY: 9 })).toBe(false);
    expect(boundsContain({ minX: 1, minY: 1, maxX: 4, maxY: 4 }, boundsOfGeometry(mask)!)).toBe(true);
  });

  it('a skeleton means the box around the joints that are there', () => {
    const skeleton: Geometry = {
      kind: 'skeleton',
      version: 1,
      joints: [
        { name: 'head', x: 10, y: 10, visibility: 'visible' },
        { name: 'foot', x: 20, y: 40, visibility: 'occluded' },
        { name: 'hand', x: 0, y: 0, visibility: 'absent' },
      ],
    };
    expect(distanceToGeometry(skeleton, { x: 15, y: 20 })).toBe(0);
    expect(boundsOfGeometry(skeleton)).toEqual({ minX: 10, minY: 10, maxX: 20, maxY: 40 });
    expect(handlesOfGeometry(skeleton, 1).map(({ id }) => id)).toEqual(['joint head', 'joint foot']);
    expect(moveGeometryHandle(skeleton, 'joint hand', { x: 9, y: 9 })).toEqual(skeleton);
  });
});

describe('what is stored', () => {
  it.each([
    [null, 'no-geometry'],
    [{ kind: 'box' }, 'no-geometry'],
    [{ kind: 'toString', version: 1 }, 'unknown-kind'],
    [{ kind: 'box', version: 2, x: 0, y: 0, width: 1, height: 1 }, 'newer-version'],
    [{ kind: 'box', version: 1, x: 0, y: 0, width: -1, height: 1 }, 'invalid'],
    [{ kind: 'box', version: 1, x: Number.NaN, y: 0, width: 1, height: 1 }, 'invalid'],
    [{ kind: 'point', version: 1, x: Infinity, y: 0 }, 'invalid'],
    [{ kind: 'polygon', version: 1, points: [{ x: 0, y: 0 }] }, 'invalid'],
    [{ kind: 'mask', version: 1, width: 5, height: 5, counts: '<' }, 'invalid'],
    [{ kind: 'box', version: 1, x: 0, y: 0, width: 1, height: 1, colour: 'red' }, 'invalid'],
  ])('%j is refused: %s', (stored, reason) => {
    expect(readGeometry(stored)).toMatchObject({ ok: false, problem: { reason } });
  });

  it('of two joints with one name is refused', () => {
    const joint = { name: 'head', x: 1, y: 1, visibility: 'visible' };
    expect(readGeometry({ kind: 'skeleton', version: 1, joints: [joint, joint] })).toMatchObject({
      ok: false,
      problem: { reason: 'invalid' },
    });
  });

  it('in an older version is lifted, version by version', () => {
    type Dot = { readonly kind: 'dot'; readonly version: 3; readonly x: number; readonly y: number };
    const dot = {
      kind: 'dot',
      version: 3,
      schema: z
        .object({ kind: z.literal('dot'), version: z.literal(3), x: z.number(), y: z.number() })
        .strict(),
      migrations: {
        1: ({ at, ...rest }) => ({ ...rest, place: at }),
        2: ({ place: stored, ...rest }) => {
          const [x, y] = stored as [number, number];
          return { ...rest, x, y };
        },
      },
    } as Partial<ShapeModule<Dot>> as ShapeModule<Dot>;
    const read = (stored: unknown) => readStored((kind) => (kind === 'dot' ? dot : undefined), stored);
    const newest = { ok: true, value: { kind: 'dot', version: 3, x: 4, y: 5 } };
    expect(read({ kind: 'dot', version: 1, at: [4, 5] })).toEqual(newest);
    expect(read({ kind: 'dot', version: 2, place: [4, 5] })).toEqual(newest);
    expect(read({ kind: 'dot', version: 3, x: 4, y: 5 })).toEqual(newest);
    expect(read({ kind: 'dot', version: 2 })).toMatchObject({ ok: false, problem: { reason: 'invalid' } });
  });
});
