import { describe, expect, it } from 'vitest';
import {
  commentParts,
  mentionBeing,
  mentionLabels,
  mentionsOf,
  storeMentions,
  writeMentions,
} from './mentions.ts';

const ANN = '01931b90-0000-7000-8000-00000000000a';
const ANNA = '01931b90-0000-7000-8000-00000000000b';
const people = [
  { userId: ANN, label: 'Ann' },
  { userId: ANNA, label: 'Ann Lee' },
];

describe('mentions', () => {
  it('are stored by id and written by name, the longest that fits', () => {
    const written = '@Ann Lee, see what @Ann said (@Ann).';
    const stored = `<@${ANNA}>, see what <@${ANN}> said (<@${ANN}>).`;
    expect(storeMentions(written, people)).toBe(stored);
    expect(writeMentions(stored, people)).toBe(written);
    expect(mentionsOf(stored)).toEqual([ANNA, ANN]);
  });

  it('are none within a word, of a longer name, or of nobody', () => {
    for (const text of ['ann@Ann', '@Anna', '@Bob', '@ Ann', 'a <@nobody>']) {
      expect(storeMentions(text, people)).toBe(text);
      expect(mentionsOf(text)).toEqual([]);
    }
    expect(writeMentions(`<@${ANN}>`, [])).toBe(`<@${ANN}>`);
  });

  it('leave the rest of a text as it is', () => {
    const stored = `a <@${ANN}>\n<@${ANNA}>`;
    expect(commentParts(stored)).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'mention', userId: ANN },
      { kind: 'text', text: '\n' },
      { kind: 'mention', userId: ANNA },
    ]);
    expect(commentParts('')).toEqual([]);
  });

  it('are being typed from an @ that begins a word up to the caret', () => {
    expect(mentionBeing('hello @an', 9)).toEqual({ from: 6, typed: 'an' });
    expect(mentionBeing('@', 1)).toEqual({ from: 0, typed: '' });
    expect(mentionBeing('@ann le', 7)).toEqual({ from: 0, typed: 'ann le' });
    for (const [text, caret] of [
      ['me@an', 5],
      ['@an\nb', 5],
      ['@ an', 4],
      ['@ann said it is', 15],
      ['no', 2],
    ] as const)
      expect([text, mentionBeing(text, caret)]).toEqual([text, null]);
  });

  it('tell people of one name apart by their addresses', () => {
    expect(
      mentionLabels([
        { userId: 'a', name: 'Kim', email: 'a@example.com' },
        { userId: 'b', name: 'Kim', email: 'b@example.com' },
        { userId: 'c', name: 'Lou', email: 'c@example.com' },
      ]).map(({ label }) => label),
    ).toEqual(['Kim (a@example.com)', 'Kim (b@example.com)', 'Lou']);
  });
});
