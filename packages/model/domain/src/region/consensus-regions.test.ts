import type { ChosenLabel, RegionValue } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testId } from '../label/test-schema.ts';
import { clusterRegions, consensusRegions } from './consensus-regions.ts';
import { box, region } from './test-regions.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 20_000 : 200 };
const [CAR, ROAD] = [testId(11), testId(12)] as const;
const at = (n: number, x: number, labelId: string | null = CAR) => region(n, box(x, 0, 30, 30), labelId);
const first = ([label]: readonly ChosenLabel[]): ChosenLabel | null => label ?? null;
const idsOf = (result: ReturnType<typeof consensusRegions>) =>
  result.ok ? result.regions.map(({ id }) => id) : 'open';

test('regions of several people are gathered thing by thing, at most one of each person', () => {
  const clusters = clusterRegions([
    [at(1, 0), at(2, 100)],
    [at(3, 101), at(4, 300)],
    [at(5, 302), at(6, 2), at(7, 3)],
  ]);
  expect(clusters.map((cluster) => cluster.map(({ by, region: { id } }) => [by, id]))).toEqual([
    [
      [0, testId(1)],
      [2, testId(6)],
    ],
    [
      [0, testId(2)],
      [1, testId(3)],
    ],
    [
      [1, testId(4)],
      [2, testId(5)],
    ],
    [[2, testId(7)]],
  ]);
});

test('what more than half see stands, what fewer see does not, and the share says how many agree', () => {
  // Two of three see the first, one the second, all the third.
  const lists = [[at(1, 0), at(2, 300)], [at(3, 0), at(4, 300), at(5, 600)], [at(6, 300)]];
  expect(consensusRegions(lists, first)).toMatchObject({ ok: true, share: 2 / 3 });
  expect(idsOf(consensusRegions(lists, first))).toEqual([testId(1), testId(2)]);
  // Three of four, of whom each is a quarter.
  expect(consensusRegions([[at(1, 0)], [at(2, 0)], [at(3, 0)], []], first)).toMatchObject({ share: 3 / 4 });
  expect(consensusRegions([[at(1, 0)], [], [], []], first)).toEqual({ ok: true, regions: [], share: 3 / 4 });
  expect(consensusRegions([[], [], []], first)).toEqual({ ok: true, regions: [], share: 1 });
});

test('what exactly half see leaves the whole picture open', () => {
  expect(consensusRegions([[at(1, 0)], []], first)).toEqual({ ok: false });
  expect(consensusRegions([[at(1, 0), at(2, 300)], [at(3, 0)]], first)).toEqual({ ok: false });
  expect(consensusRegions([[at(1, 0)], [at(2, 0)], [], []], first)).toEqual({ ok: false });
});

test('the border is that of the person who is most like the others, as it was drawn', () => {
  // At 0, 2 and 7 of 30: similarities 28/32, 25/35 and 23/37. The one in the middle is most like both others.
  for (const order of [
    [0, 2, 7],
    [7, 0, 2],
    [2, 7, 0],
  ]) {
    const lists = order.map((x, by) => [at(by + 1, x)]);
    const result = consensusRegions(lists, first);
    expect(result.ok && result.regions.map(({ geometry }) => geometry)).toEqual([box(2, 0, 30, 30)]);
  }
  // Of equals it is the first.
  expect(idsOf(consensusRegions([[at(7, 0)], [at(8, 6)]], first))).toEqual([testId(7)]);
});

test('the label is decided among those that were given, and without one the picture is open', () => {
  const given: string[][] = [];
  const labelOf = (labels: readonly ChosenLabel[]) => {
    given.push(labels.map(({ labelId }) => labelId));
    return labels.length === 0 ? null : { labelId: ROAD, attributes: { [testId(1)]: true } };
  };
  const result = consensusRegions([[at(1, 0, CAR)], [at(2, 0, ROAD)], [at(3, 0, null)]], labelOf);
  expect(given).toEqual([[CAR, ROAD]]);
  expect(result).toMatchObject({
    regions: [{ label: { labelId: ROAD, attributes: { [testId(1)]: true } } }],
  });
  expect(consensusRegions([[at(1, 0, null)], [at(2, 0, null)], [at(3, 0, null)]], labelOf)).toEqual({
    ok: false,
  });
});

test('regions of several people are in no group, and lie in the order of the things', () => {
  const lists = [0, 1, 2].map((by) =>
    [300, 0, 600].map((x, n) => ({ ...at(10 * by + n, x), groupId: testId(by), order: 50 - n })),
  );
  expect(consensusRegions(lists, first)).toMatchObject({
    regions: [
      { id: testId(0), groupId: null, order: 0 },
      { id: testId(1), groupId: null, order: 1 },
      { id: testId(2), groupId: null, order: 2 },
    ],
  });
});

const people = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 })
    .map((things) => things.map((thing): RegionValue => at(thing, 100 * thing))),
  { minLength: 1, maxLength: 6 },
);

test('of things that lie apart each stands as the count of those who see it says', () => {
  fc.assert(
    fc.property(people, (lists) => {
      const seen = new Map<string, number>();
      for (const { id } of lists.flat()) seen.set(id, (seen.get(id) ?? 0) + 1);
      const result = consensusRegions(lists, first);
      if ([...seen.values()].some((count) => 2 * count === lists.length)) {
        expect(result).toEqual({ ok: false });
        return;
      }
      const kept = [...seen].flatMap(([id, count]) => (2 * count > lists.length ? [id] : []));
      const stand = result.ok ? result.regions.map(({ id }) => id) : [];
      expect(stand.sort()).toEqual(kept.sort());
      const agree = [...seen.values()].map((count) => Math.max(count, lists.length - count) / lists.length);
      expect(result).toMatchObject({ ok: true, share: Math.min(1, ...agree) });
    }),
    RUNS,
  );
});

test('in which order people come makes no difference', () => {
  // 8 is like both others, which are not like each other: whatever the order, it goes with one of them, and half see it.
  const people = [[at(1, 8)], [at(2, 0)], [at(3, 16)], []];
  const orders = [
    [0, 1, 2, 3],
    [1, 0, 2, 3],
    [3, 2, 1, 0],
    [2, 3, 0, 1],
  ];
  for (const order of orders) {
    const lists = order.map((n) => people[n] ?? []);
    expect(consensusRegions(lists, first)).toEqual({ ok: false });
  }
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      (places) => {
        const lists = places.map((xs, by) => xs.map((x, n) => at(1 + by * 10 + n, x)));
        const groups = (of: readonly (readonly RegionValue[])[]) =>
          clusterRegions(of)
            .map((cluster) =>
              cluster
                .map(({ region: { id } }) => id)
                .sort()
                .join(' '),
            )
            .sort();
        expect(groups([...lists].reverse())).toEqual(groups(lists));
      },
    ),
    RUNS,
  );
});
