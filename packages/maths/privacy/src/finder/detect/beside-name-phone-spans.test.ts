import { describe, expect, it } from 'vitest';
import { besideNamePhoneSpans } from './beside-name-phone-spans.ts';

/** Telephones found beside a stretch of a text that is taken as a name. */
function found(text: string, name: string): string[] {
  const start = text.indexOf(name);
  const names = [{ kind: 'person-name', start, end: start + name.length, confidence: 0.8 }] as const;
  return besideNamePhoneSpans(text, names).map((span) => text.slice(span.start, span.end));
}

describe('besideNamePhoneSpans', () => {
  it('finds seven to eleven digits right behind a name', () => {
    expect(found('Wei Ling 91234567', 'Wei Ling')).toEqual(['91234567']);
    expect(found('Wei Ling, 9123 4567 please', 'Wei Ling')).toEqual(['9123 4567']);
  });

  it('leaves dates, amounts, short numbers and numbers of records', () => {
    expect(found('Wei Ling 19840312', 'Wei Ling')).toEqual([]);
    expect(found('Wei Ling 12-03-1984', 'Wei Ling')).toEqual([]);
    expect(found('Wei Ling 1234', 'Wei Ling')).toEqual([]);
    expect(found('Patient Wei Ling 91234567', 'Wei Ling')).toEqual([]);
    expect(found('Invoice Wei Ling 91234567.50', 'Wei Ling')).toEqual([]);
  });
});
