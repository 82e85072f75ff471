import { describe, expect, it } from 'vitest';
import { devColumns } from './fixtures/dev-columns.ts';
import { devTexts } from './fixtures/dev-texts.ts';
import { givenNames, surnames } from './lexicon/lookup.ts';
import { scoreFinder } from './score-finder.ts';

describe('the finder on the fixture it was developed against', () => {
  it('has at least 300 columns and 300 texts, about half of them without personal data', () => {
    expect(devColumns.length).toBeGreaterThanOrEqual(300);
    expect(devTexts.length).toBeGreaterThanOrEqual(300);
    for (const items of [devColumns, devTexts]) {
      const negatives = (items as readonly { expected: readonly string[] }[]).filter(
        (item) => item.expected.length === 0,
      ).length;
      expect(negatives / items.length).toBeGreaterThan(0.4);
    }
  });

  it('reaches recall .97 and precision .92', () => {
    const score = scoreFinder({ columns: devColumns, texts: devTexts });
    expect(score.recall, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(score.precision, score.mistakes.join('\n')).toBeGreaterThanOrEqual(0.92);
    for (const tally of score.perKind.values()) expect(tally.recall).toBeGreaterThanOrEqual(0.9);
  });

  it('has dictionaries of the size promised', () => {
    expect(givenNames.size).toBeGreaterThanOrEqual(1500);
    expect(surnames.size).toBeGreaterThanOrEqual(1500);
  });
});

describe('scoreFinder', () => {
  it('counts pairs of item and kind', () => {
    const score = scoreFinder({
      columns: [{ name: 'email', values: ['a@example.org', 'b@example.org'], expected: ['email', 'phone'] }],
      texts: [{ text: 'write to a@example.org', expected: [] }],
    });
    expect(score).toMatchObject({ found: 1, spurious: 1, missed: 1, recall: 0.5, precision: 0.5 });
    expect(score.perKind.get('iban')).toMatchObject({ recall: undefined, precision: undefined });
  });
});
