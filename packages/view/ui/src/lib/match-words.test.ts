import { expect, test } from 'vitest';
import { matchesWords } from './match-words.ts';

test('finds each word anywhere, in any order and letter case', () => {
  expect(matchesWords('proj NEW', ['New project', ''])).toBe(true);
  expect(matchesWords('key', ['API keys', 'secrets'])).toBe(true);
  expect(matchesWords('secret api', ['API keys', 'secrets'])).toBe(true);
});

test('does not find letters that are merely scattered', () => {
  expect(matchesWords('wage', ['Settings', 'northwind-analytics/settings'])).toBe(false);
  expect(matchesWords('new member', ['New project'])).toBe(false);
});

test('an empty query, or blanks around the words, take nothing away', () => {
  expect(matchesWords('', ['Home'])).toBe(true);
  expect(matchesWords('  home ', ['Home'])).toBe(true);
});
