import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerNames } from './index.ts';

describe('headerNames', () => {
  it('names empty and repeated columns, also without regard to case, and says so', () => {
    const { names, notices } = headerNames(['id', '', 'Name', 'name', 'name_2', ' ', '__row'], 8);
    expect(names).toEqual(['id', 'column_2', 'Name', 'name_3', 'name_2', 'column_6', '__row_2', 'column_8']);
    expect(notices.map((notice) => notice.column)).toEqual([
      'column_2',
      'name_3',
      'column_6',
      '__row_2',
      'column_8',
    ]);
  });

  it('numbers the columns of a file without header, without notices', () => {
    expect(headerNames(null, 2)).toMatchObject({ names: ['column_1', 'column_2'], notices: [] });
  });

  it('always gives unique names of legal length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'A', '', 'a_2', 'column_1', 'x'.repeat(400)), { maxLength: 12 }),
        (cells) => {
          const { names } = headerNames(cells, cells.length);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(cells.length);
          expect(names.every((name) => name.length >= 1 && name.length <= 256)).toBe(true);
        },
      ),
    );
  });
});
