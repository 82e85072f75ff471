import { describe, expect, it } from 'vitest';
import { createColumnScanner } from './column-scanner.ts';
import { devColumns } from './fixtures/dev-columns.ts';

function scan(name: string, values: readonly (string | null)[], hints = {}) {
  const scanner = createColumnScanner(name, hints);
  scanner.add(values);
  return scanner.finish();
}

const codes = ['60610', '94110', '10001', '33139', '98101', '73301'];

describe('createColumnScanner', () => {
  it('says what, how many and why', () => {
    expect(scan('contact_email', ['a@example.org', 'b@example.org', null, '', 'N/A', 'none yet'])).toEqual([
      {
        kind: 'email',
        confidence: expect.any(Number),
        matched: 2,
        scanned: 3,
        evidence: 'both',
        reason: "The column's name says so, and 2 of 3 values hold an e-mail address.",
      },
    ]);
  });

  it('takes five digits for a postal code only when the name says so', () => {
    expect(scan('zip', codes).map((f) => [f.kind, f.evidence])).toEqual([['postal-code', 'name']]);
    expect(scan('population', codes)).toEqual([]);
    expect(scan('v7', codes, { label: 'ZIP code of residence' }).map((f) => f.kind)).toEqual(['postal-code']);
  });

  it('does not believe a name that the values contradict', () => {
    expect(scan('email_status', ['sent', 'opened', 'bounced'])).toEqual([]);
    expect(scan('phone_model', ['Pixel 6', 'Moto G', 'Xperia 5'])).toEqual([]);
    expect(scan('lat_ms', ['12', '140', '33'])).toEqual([]);
  });

  it('does not depend on how values are split into batches', () => {
    for (const column of devColumns.slice(0, 60)) {
      const scanner = createColumnScanner(column.name);
      for (const value of column.values) scanner.add([value]);
      expect(scanner.finish()).toEqual(scan(column.name, column.values));
    }
  });

  it('keeps no value in what it returns', () => {
    for (const column of devColumns) {
      const text = JSON.stringify(scan(column.name, column.values));
      for (const value of column.values)
        if (value !== null && value.length > 4) expect(text).not.toContain(value);
    }
  });

  it('has nothing to say of no values', () => {
    expect(scan('email', [])).toEqual([]);
    expect(scan('ssn', [null, '', 'N/A'])).toEqual([]);
    expect(scan('name', ['true', 'false'], { logicalType: 'boolean' })).toEqual([]);
  });

  it('reads very long values and names', () => {
    expect(scan('x'.repeat(100_000), ['a@'.repeat(100_000)])).toEqual([]);
  });
});
