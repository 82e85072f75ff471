import { type Geometry, geometry as geometrySchema, type KeyFrame, type Track } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, polygon } from '../region/test-regions.ts';
import { geometryAt, isKeyFrame, withKeyFrame, withoutKeyFrame } from './track.ts';

const trackOf = (...keyFrames: KeyFrame[]): Track => ({ version: 1, frames: 50, keyFrames });
const none = trackOf();
const withGeometry = (track: Track, frame: number, geometry: Geometry): Track =>
  withKeyFrame(track, frame, geometry) ?? expect.fail('Nothing is left.');

const moving = trackOf(
  { frame: 10, geometry: box(0, 0, 10, 10) },
  { frame: 20, geometry: box(100, 50, 20, 10) },
  { frame: 30, geometry: null },
  { frame: 40, geometry: box(0, 0, 10, 10) },
);

describe('a track', () => {
  it('moves from key frame to key frame, is not there before the first, and stays after the last', () => {
    expect([9, 10, 15, 20].map((frame) => geometryAt(moving, frame))).toEqual([
      null,
      box(0, 0, 10, 10),
      box(50, 25, 15, 10),
      box(100, 50, 20, 10),
    ]);
    expect(geometryAt(moving, 1000)).toEqual(box(0, 0, 10, 10));
    expect(geometryAt(none, 5)).toBeNull();
    expect([15, 20].map((frame) => isKeyFrame(moving, frame))).toEqual([false, true]);
  });

  it('stays where it is until it leaves the picture, and is not there until it comes back', () => {
    expect([25, 29, 30, 39, 40].map((frame) => geometryAt(moving, frame))).toEqual([
      box(100, 50, 20, 10),
      box(100, 50, 20, 10),
      null,
      null,
      box(0, 0, 10, 10),
    ]);
  });

  it('turns by the shorter way, and moves joints by their names', () => {
    const turned = (rotation: number): Geometry => ({
      ...{ kind: 'rotated-box', version: 1, cx: 50, cy: 50, width: 20, height: 10 },
      rotation,
    });
    const track = withGeometry(withGeometry(none, 0, turned(3)), 2, turned(-3));
    const middle = geometryAt(track, 1);
    expect(middle?.kind === 'rotated-box' && Math.cos(middle.rotation)).toBeCloseTo(-1, 9);
    const body = (...joints: [string, number, 'visible' | 'occluded' | 'absent'][]): Geometry => ({
      ...{ kind: 'skeleton', version: 1 },
      joints: joints.map(([name, x, visibility]) => ({ name, x, y: 0, visibility })),
    });
    const walk = trackOf(
      { frame: 0, geometry: body(['head', 0, 'visible'], ['hip', 5, 'occluded'], ['toe', 9, 'absent']) },
      { frame: 4, geometry: body(['hip', 9, 'visible'], ['head', 8, 'visible'], ['toe', 1, 'visible']) },
    );
    expect(geometryAt(walk, 1)).toEqual(
      body(['head', 2, 'visible'], ['hip', 6, 'occluded'], ['toe', 9, 'absent']),
    );
  });

  it('holds what cannot change into the next', () => {
    const triangle = polygon([0, 0], [10, 0], [0, 10]);
    const square = polygon([0, 0], [10, 0], [10, 10], [0, 10]);
    const track = withGeometry(withGeometry(none, 0, triangle), 10, square);
    expect(geometryAt(track, 9)).toEqual(triangle);
    expect(geometryAt(withGeometry(track, 10, box(0, 0, 5, 5)), 9)).toEqual(triangle);
    const moved = polygon([10, 10], [20, 10], [10, 20]);
    expect(geometryAt(withGeometry(track, 10, moved), 5)).toEqual(polygon([5, 5], [15, 5], [5, 15]));
  });

  it('is what was said in each frame, begins with a geometry, and is always something that can be drawn', () => {
    const place = fc.integer({ min: 0, max: 90 });
    const boxes = fc.tuple(place, place).map(([x, y]): Geometry => box(x, y, 10, 10));
    const paths = fc
      .array(fc.tuple(place, place), { minLength: 3, maxLength: 5 })
      .map((points): Geometry => polygon(...points));
    const turned = fc.tuple(place, fc.double({ min: -3, max: 3, noNaN: true })).map(
      ([cx, rotation]): Geometry => ({
        ...{ kind: 'ellipse', version: 1, cx, cy: 5, rx: 4, ry: 2 },
        rotation,
      }),
    );
    const geometry = fc.oneof(fc.constant(null), boxes, paths, turned);
    const frame = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(frame, geometry), { maxLength: 8 }), frame, (said, gone) => {
        let track: Track | null = none;
        const expected = new Map<number, Geometry | null>();
        // Of what leaves before it came nothing is kept.
        const forget = () => {
          const keys = [...expected].sort(([one], [other]) => one - other);
          const first = keys.findIndex(([, what]) => what !== null);
          for (const [at] of first === -1 ? keys : keys.slice(0, first)) expected.delete(at);
        };
        for (const [at, what] of said) {
          track = withKeyFrame(track ?? none, at, what);
          expected.set(at, what);
          forget();
        }
        if (track !== null) track = withoutKeyFrame(track, gone);
        expected.delete(gone);
        forget();
        if (track === null) {
          expect(expected.size).toBe(0);
          return;
        }
        expect(track.keyFrames.map((key) => key.frame)).toEqual([...expected.keys()].sort((a, b) => a - b));
        for (let at = 0; at <= 13; at += 1) {
          const found = geometryAt(track, at);
          if (found !== null) expect(geometrySchema.safeParse(found)).toMatchObject({ success: true });
          if (expected.has(at)) expect(found).toEqual(expected.get(at));
        }
      }),
      { numRuns: process.env.ASSAY_SOAK ? 5000 : 100 },
    );
  });
});
