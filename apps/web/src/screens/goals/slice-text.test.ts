import { describe, expect, it } from 'vitest';
import { readSlice, writeSlice } from './slice-text.ts';

describe('the text of a slice', () => {
  it('is read as it was written', () => {
    const slice = { trained: 'synthetic', class: 'a rare one' };
    expect(readSlice(writeSlice(slice))).toEqual(slice);
  });

  it('is the whole where there is none, and refused where it is cut short', () => {
    expect(readSlice('  ')).toEqual({});
    expect(readSlice('column')).toBeNull();
    expect(readSlice('column: ')).toBeNull();
    expect(readSlice(': age')).toBeNull();
  });
});
