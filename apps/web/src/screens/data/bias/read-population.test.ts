import { describe, expect, it } from 'vitest';
import { readPopulation } from './read-population.ts';

describe('a pasted population table', () => {
  it('is read with tabs, semicolons or commas', () => {
    expect(readPopulation('Female\t51.1%\nMale\t48.9%\n', 1)).toEqual({
      rows: [
        { group: ['Female'], size: 51.1 },
        { group: ['Male'], size: 48.9 },
      ],
      problem: null,
    });
    expect(readPopulation('Female;Black;12\r\n"Fe, male",White,3', 2).rows).toEqual([
      { group: ['Female', 'Black'], size: 12 },
      { group: ['Fe, male', 'White'], size: 3 },
    ]);
  });

  it('says which line is wrong', () => {
    expect(readPopulation('Female,1\nMale', 1).problem).toEqual({ line: 2, kind: 'count' });
    expect(readPopulation('\nFemale,many', 1).problem).toEqual({ line: 2, kind: 'size', text: 'many' });
    expect(readPopulation('Female,-1', 1).problem).toEqual({ line: 1, kind: 'size', text: '-1' });
  });
});
