import { describe, expect, it } from 'vitest';
import { frozenColumns } from './fixtures/frozen-columns.ts';
import { frozenTexts } from './fixtures/frozen-texts.ts';
import { scoreFinder } from './score-finder.ts';

/**
 * Written after the finder was frozen, from names and formats that its dictionaries do not hold, by people who had not
 * seen how it works, and scored once: recall .9756, precision .9220 (520 found, 13 missed, 44 spurious). Nobody may
 * read its mistakes to mend them: then it would measure nothing any more. A change of the finder may move the figures.
 */
describe('the finder on data that it was not made for', () => {
  it('is asked about at least 300 columns and 300 texts, about half of them without personal data', () => {
    for (const items of [frozenColumns, frozenTexts]) {
      expect(items.length).toBeGreaterThanOrEqual(300);
      const none = items.filter((item) => item.expected.length === 0).length;
      expect(none / items.length).toBeGreaterThan(0.45);
    }
  });

  it('reaches recall .95 and precision .85', () => {
    const score = scoreFinder({ columns: frozenColumns, texts: frozenTexts });
    expect(score.recall).toBeGreaterThanOrEqual(0.95);
    expect(score.precision).toBeGreaterThanOrEqual(0.85);
  });
});
