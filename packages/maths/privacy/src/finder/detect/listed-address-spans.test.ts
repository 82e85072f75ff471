import { describe, expect, it } from 'vitest';
import { listedAddressSpans } from './listed-address-spans.ts';

const found = (text: string) => listedAddressSpans(text).map((span) => text.slice(span.start, span.end));

describe('listedAddressSpans', () => {
  it('finds a house number with words beside a name or a postal code', () => {
    expect(found('Sioned Rees, 22 Heol Fawr')).toEqual(['22 Heol Fawr']);
    expect(found('Sioned Rees,\n22 Heol Fawr,\nBangor')).toEqual(['22 Heol Fawr']);
    expect(found('9 Mill Cottages, Leeds LS6 2AB')).toEqual(['9 Mill Cottages']);
  });

  it('finds nothing alone, before a year, among common words and inside a known address', () => {
    expect(found('22 Heol Fawr')).toEqual([]);
    expect(found('22 Heol Fawr, 1998')).toEqual([]);
    expect(found('Anna Smith, 3 Blue Chairs')).toEqual([]);
    const text = 'Sioned Rees, 22 Heol Fawr';
    const known = [{ kind: 'street-address', start: 13, end: 25, confidence: 0.9 }] as const;
    expect(listedAddressSpans(text, known)).toEqual([]);
  });
});
