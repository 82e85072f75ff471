import { codePointsOf, importSourceName, MOST_SOURCE_NAME } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedOrigin, sourceOfAuthor } from './who-said.ts';

test('only what people drew answers or vouches; predictions are what is proposed, where there are any', () => {
  for (const use of ['labels', 'gold'] as const) {
    expect(countedOrigin(use, true)).toBe('annotation');
    expect(countedOrigin(use, false)).toBe('annotation');
  }
  expect(countedOrigin('prelabels', true)).toBe('prediction');
  expect(countedOrigin('prelabels', false)).toBe('annotation');
});

test('people of one file are told apart by their names, one alone is as somebody said', () => {
  expect(sourceOfAuthor('Study 3', 'ann', true)).toBe('Study 3: ann');
  expect(sourceOfAuthor('Study 3', null, true)).toBe('Study 3');
  expect(sourceOfAuthor('Study 3', 'ann', false)).toBe('Study 3');
  expect(sourceOfAuthor('', 'ann', false)).toBe('ann');
  expect(sourceOfAuthor('', null, true)).toBe('');
});

test('a name is never too long, and however long what is given is, authors stay apart', () => {
  const unit = fc.constantFrom('a', 'b', '😀', 'é', ' ');
  const name = (maxLength: number) => fc.string({ unit, minLength: 1, maxLength });
  fc.assert(
    fc.property(name(300), name(110), name(110), (given, one, other) => {
      const [first, second] = [one, other].map((author) => sourceOfAuthor(given, author, true));
      expect(importSourceName.safeParse(first).success).toBe(true);
      expect(codePointsOf(first ?? '')).toBeLessThanOrEqual(MOST_SOURCE_NAME);
      expect(first === second).toBe(one === other);
    }),
    { numRuns: process.env.ASSAY_SOAK === '1' ? 10_000 : 200 },
  );
});
