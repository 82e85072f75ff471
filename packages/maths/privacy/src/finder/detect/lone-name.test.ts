import { describe, expect, it } from 'vitest';
import { findInText } from '../find-in-text.ts';
import { tokenise } from '../text/tokens.ts';
import { loneConfidence } from './lone-name.ts';

/** What the word at `at` of a text is worth alone. */
function worth(text: string, at: number, opens: boolean): number {
  const tokens = tokenise(text);
  const token = tokens[at];
  if (token === undefined) throw new Error(`no word ${at}`);
  const before = text.slice(0, token.start).toLowerCase();
  return loneConfidence(text, tokens, at, opens, before, text.slice(token.end).toLowerCase());
}

describe('loneConfidence', () => {
  it('believes a word that does what people do', () => {
    expect(worth('Zdeslava wants a refund', 0, true)).toBe(0.5);
    expect(worth('Zdeslava', 0, true)).toBe(0);
  });

  it('believes each word of a list of words like it', () => {
    for (const at of [0, 1, 3]) expect(worth('Zdeslava, Ruomei and Tivadara', at, at === 0)).toBe(0.55);
  });

  it('believes the owner of what persons have', () => {
    expect(worth("we fixed Zdeslava's laptop", 2, false)).toBe(0.55);
  });

  it('does not believe common words, capitals and what follows a lake or a city', () => {
    expect(worth('Printer wants a refund', 0, true)).toBe(0);
    expect(worth('ZDESLAVA wants a refund', 0, true)).toBe(0);
    expect(worth('near lake Zdeslava today', 2, false)).toBe(0);
  });

  it('shows in texts', () => {
    const found = findInText('Yesterday Zdeslava forgot her badge.');
    expect(found.map((span) => span.kind)).toEqual(['person-name']);
  });
});
