import { describe, expect, it } from 'vitest';
import { coverTriples, keyOf, type Triple } from './cover-triples.ts';

describe('coverTriples', () => {
  it.each([3, 4, 5, 9, 15])('covers each triple of %d columns once, in groups that hold it', (columns) => {
    const triples: Triple[] = [];
    for (let a = 0; a < columns; a += 1)
      for (let b = a + 1; b < columns; b += 1)
        for (let c = b + 1; c < columns; c += 1) triples.push([a, b, c]);
    const groups = coverTriples(triples, columns);
    expect(groups.flatMap((group) => group.triples.map(keyOf)).sort()).toEqual(triples.map(keyOf).sort());
    for (const group of groups) {
      expect([...group.columns].sort((a, b) => a - b)).toEqual(group.columns);
      for (const triple of group.triples) expect(group.columns).toEqual(expect.arrayContaining([...triple]));
    }
    expect(groups.length).toBeLessThanOrEqual(Math.ceil(triples.length / 2) + 1);
  });

  it('leaves a lone triple to itself', () => {
    expect(coverTriples([[2, 5, 7]], 9)).toEqual([{ columns: [2, 5, 7], triples: [[2, 5, 7]] }]);
  });
});
