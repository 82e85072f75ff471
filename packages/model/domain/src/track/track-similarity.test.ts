import type { Geometry, KeyFrame, RegionValue, Track } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consensusRegions } from '../region/consensus-regions.ts';
import { likePairs, saySameRegions } from '../region/match-regions.ts';
import { box, region } from '../region/test-regions.ts';
import { geometryAt } from './track.ts';
import { similarityOf, trackSimilarity } from './track-similarity.ts';

const track = (frames: number, ...keys: [number, Geometry | null][]): Track => ({
  version: 1,
  frames,
  keyFrames: keys.map(([frame, geometry]): KeyFrame => ({ frame, geometry })),
});
const moving = (at: number, of: Track, labelId = 'car'): RegionValue => ({
  ...region(at, of.keyFrames[0]?.geometry ?? expect.fail('It begins nowhere.'), labelId),
  track: of,
});

test('two tracks are as alike as they are on average in the frames of either', () => {
  // Overlap of half the width: 50 of 150.
  const still = track(10, [0, box(0, 0, 10, 10)]);
  const beside = track(10, [0, box(5, 0, 10, 10)]);
  expect(trackSimilarity(still, still)).toBe(1);
  expect(trackSimilarity(still, beside)).toBeCloseTo(1 / 3, 12);
  // There in 10 and in 4 frames, 4 of them together.
  const leaves = track(10, [0, box(0, 0, 10, 10)], [4, null]);
  expect(trackSimilarity(still, leaves)).toBeCloseTo(0.4, 12);
  // In frames 0 to 3 and 6 to 9: never together.
  expect(trackSimilarity(leaves, track(10, [6, box(0, 0, 10, 10)]))).toBe(0);
  // It moves by 10 in 10 frames: in frame f the overlap is (10 - f) of (10 + f).
  const moves = track(11, [0, box(0, 0, 10, 10)], [10, box(10, 0, 10, 10)]);
  const expected = Array.from({ length: 11 }, (_, f) => (10 - f) / (10 + f)).reduce((a, b) => a + b) / 11;
  expect(trackSimilarity(track(11, [0, box(0, 0, 10, 10)]), moves)).toBeCloseTo(expected, 12);
  expect(trackSimilarity(still, moves)).toBeUndefined();
  expect(similarityOf(moving(1, still), region(2, box(0, 0, 10, 10)))).toBeUndefined();
});

test('it is the same both ways, 1 for the same, and does not hang on which key frames say it', () => {
  const key = fc.tuple(fc.nat(19), fc.nat(60));
  const tracks = fc
    .uniqueArray(key, { minLength: 1, maxLength: 5, selector: ([frame]) => frame })
    .map((keys) =>
      track(
        20,
        ...keys.sort((a, b) => a[0] - b[0]).map(([f, x]): [number, Geometry] => [f, box(x, 0, 20, 20)]),
      ),
    );
  fc.assert(
    fc.property(tracks, tracks, (a, b) => {
      const dense = track(
        20,
        ...Array.from({ length: 20 }, (_, f): [number, Geometry | null] => [f, geometryAt(a, f)]).filter(
          ([f]) => f >= (a.keyFrames[0]?.frame ?? 0),
        ),
      );
      expect(trackSimilarity(a, b)).toBe(trackSimilarity(b, a));
      expect(trackSimilarity(a, dense)).toBeCloseTo(1, 9);
      expect(trackSimilarity(a, b)).toBeCloseTo(trackSimilarity(dense, b) ?? Number.NaN, 9);
    }),
  );
});

test('people agree on a sequence when their tracks do, and the track of the one most like the others stands', () => {
  const first = moving(1, track(20, [0, box(0, 0, 20, 20)], [19, box(40, 0, 20, 20)]));
  const near = moving(2, track(20, [0, box(2, 0, 20, 20)], [19, box(42, 0, 20, 20)]));
  // It begins at the same place, and stays there.
  const other = moving(3, track(20, [0, box(0, 0, 20, 20)]));
  expect(saySameRegions([first], [near])).toBe(true);
  expect(saySameRegions([first], [other])).toBe(false);
  const far = moving(4, track(20, [0, box(5, 0, 20, 20)], [19, box(45, 0, 20, 20)]));
  const settled = consensusRegions([[first], [near], [far]], (given) => given[0] ?? null);
  expect(settled).toMatchObject({ ok: true, share: 1, regions: [{ id: near.id, track: near.track }] });
});

test('what cannot be so alike is passed over, and nothing that is', () => {
  const turned = fc
    .tuple(fc.nat(80), fc.nat(80), fc.integer({ min: 4, max: 60 }), fc.integer({ min: -3, max: 3 }))
    .map(
      ([cx, cy, width, rotation]): Geometry => ({
        ...{ kind: 'rotated-box', version: 1, cx, cy, width, height: 30 },
        rotation,
      }),
    );
  const key = fc.tuple(fc.nat(11), fc.option(turned, { freq: 5 }));
  const tracks = fc
    .uniqueArray(key, { minLength: 1, maxLength: 4, selector: ([frame]) => frame })
    .map((keys) => {
      const [first, ...others] = keys.sort((a, b) => a[0] - b[0]);
      const begin: Geometry = first?.[1] ?? box(0, 0, 20, 20);
      return track(12, [first?.[0] ?? 0, begin], ...others);
    });
  const list = fc.array(tracks, { maxLength: 4 }).map((all) => all.map((each, at) => moving(at, each)));
  fc.assert(
    fc.property(list, list, fc.constantFrom(0.05, 0.3, 0.5, 0.8), (left, right, least) => {
      const all = likePairs(left, right, 0).filter(({ similarity }) => similarity >= least);
      expect(likePairs(left, right, least)).toEqual(all);
    }),
  );
});
