import type { ColumnProfile } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { csvCell, profileCsv } from './profile-csv.ts';

const column: ColumnProfile = {
  name: '=HYPERLINK("http://x")',
  type: 'category',
  role: 'feature',
  rows: 3,
  missing: 1,
  distinct: 2,
  constant: false,
  nearKey: false,
  top: [{ value: '@sum', count: 1 }],
  rare: null,
  numeric: null,
  datetime: null,
  text: null,
};

describe('the profile as CSV', () => {
  it('makes formulas harmless and quotes what needs it', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvCell(' +cmd')).toBe("' +cmd");
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
    expect(csvCell(-3)).toBe('-3');
    expect(csvCell(null)).toBe('');
  });

  it('has a line per column, with as many cells as heads', () => {
    const text = profileCsv({
      type: 'assay.profile',
      version: 1,
      rows: 3,
      columns: [column],
      duplicateRows: 0,
      duplicateGroups: 0,
      pairRows: 3,
      pairs: [],
      notices: [],
    });
    const [head, first, end] = text.split('\r\n');
    expect(first).toContain(`"'=HYPERLINK(""http://x"")",category,feature,3,1,2`);
    expect(first).toContain("'@sum,1,");
    expect(head?.split(',').length).toBe(first?.split(',').length);
    expect(end).toBe('');
  });
});
