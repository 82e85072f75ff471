import { expect, test } from 'vitest';
import { compareWithPopulation, groupShares } from './index.ts';
import { cubeOf, definedValue } from './test-cubes.ts';

test('a population table is compared group by group and as a whole', () => {
  const shares = definedValue(
    groupShares(cubeOf({ a: [0, 18], b: [0, 22], c: [0, 20], d: [0, 40], z: [0, 9] }), ['g']),
  );
  const table = ['a', 'b', 'c', 'd'].map((group) => ({ group: [group], size: 25 }));
  const comparison = definedValue(compareWithPopulation(shares, table));
  // scipy 1.17.1: chisquare([18, 22, 20, 40]).
  expect(definedValue(comparison.test).pValue).toBeCloseTo(0.006363629995195269, 13);
  expect(comparison.groups[3]!.difference.estimate).toBeCloseTo(0.15, 14);
  expect(definedValue(comparison.groups[0]!.ratio)).toBeCloseTo(0.72, 14);
  expect(comparison.groups.map((group) => group.differs)).toEqual([false, false, false, true]);
  expect(comparison.unmatched).toEqual([{ group: ['z'], count: 9 }]);
});

test('a group that the source lacks counts as none; a group twice is refused', () => {
  const shares = definedValue(groupShares(cubeOf({ a: [0, 50] }), ['g']));
  const table = [
    { group: ['a'], size: 1 },
    { group: ['b'], size: 1 },
  ];
  const comparison = definedValue(compareWithPopulation(shares, table));
  expect(comparison.groups[1]).toMatchObject({ count: 0, sourceShare: 0, differs: true });
  expect(compareWithPopulation(shares, [table[0]!, table[0]!])).toEqual({
    ok: false,
    reason: 'out-of-range',
  });
  expect(compareWithPopulation(shares, [table[1]!])).toEqual({ ok: false, reason: 'empty' });
});
