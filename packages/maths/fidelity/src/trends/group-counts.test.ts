import { describe, expect, it } from 'vitest';
import { codedColumn } from '../columns/codes.ts';
import { createGroupCounter, marginOf } from './group-counts.ts';

const columns = [2, 3, 4, 5].map((size, place) =>
  codedColumn(
    Uint8Array.from({ length: 500 }, (_, row) => (row * (place + 3) + (row % 7)) % size),
    size,
  ),
);

describe('createGroupCounter', () => {
  it('gives the same triples from four columns as from three', () => {
    const count = createGroupCounter(columns);
    const four = count([0, 1, 2, 3]);
    expect(four.reduce((sum, each) => sum + each, 0)).toBe(500);
    const sizes = [2, 3, 4, 5];
    for (let dropped = 0; dropped < 4; dropped += 1)
      expect(marginOf(four, sizes, dropped)).toEqual(
        count([0, 1, 2, 3].filter((index) => index !== dropped)),
      );
    expect(marginOf(four, sizes, -1)).toBe(four);
  });

  it('counts rows by the definition', () => {
    const counts = createGroupCounter(columns)([0, 2, 3]);
    const expected = new Int32Array(40);
    for (let row = 0; row < 500; row += 1)
      expected[(columns[0]!.codes[row]! * 4 + columns[2]!.codes[row]!) * 5 + columns[3]!.codes[row]!]! += 1;
    expect(counts).toEqual(expected);
  });
});
