import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, escapeFormula, unescapeFormula } from './index.ts';

describe('csvCell', () => {
  it('makes formulas harmless and leaves numbers alone', () => {
    expect(csvCell('=1+1', false)).toBe("'=1+1");
    expect(csvCell('@cmd', false)).toBe("'@cmd");
    expect(csvCell('-5', true)).toBe('-5');
    expect(csvCell('-5', false)).toBe("'-5");
    expect(csvCell('a "b", c', false)).toBe('"a ""b"", c"');
    expect(csvLine(['x', null, ''], [false, false, false])).toBe('x,,""\n');
    expect(csvLine([null], [false])).toBe('""\n');
  });

  it('can be undone for any text', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("'=x", "''=x", "'", "'-", '\t', "'a"));
    fc.assert(
      fc.property(text, (value) => {
        expect(unescapeFormula(escapeFormula(value))).toBe(value);
        expect(/^[=+\-@\t\r]/.test(escapeFormula(value))).toBe(false);
      }),
    );
  });
});
