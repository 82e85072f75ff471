import { expect, it } from 'vitest';
import { askedCondition, hrefWithCondition, withCondition } from './asked-condition.ts';
import { emptyDraft } from './draft.ts';

const asked = { text: '`weekly wage` is missing and job = "a & b"', atLeast: 40 };

it('carries a condition in an address', () => {
  const url = new URL(hrefWithCondition('/recipes/1', asked), 'https://assay.example');
  expect(url.pathname).toBe('/recipes/1');
  expect(askedCondition(url.searchParams)).toEqual(asked);
  expect(askedCondition(new URLSearchParams())).toBeNull();
  expect(askedCondition(new URLSearchParams({ condition: 'a = 1', atLeast: '-3' }))).toEqual({
    text: 'a = 1',
    atLeast: 1,
  });
});

it('adds it once, and raises the line that is there already', () => {
  const once = withCondition(emptyDraft(null), asked);
  expect(once.conditions).toMatchObject([asked]);
  expect(withCondition(once, asked)).toBe(once);
  expect(withCondition(once, { ...asked, atLeast: 7 })).toBe(once);
  const raised = withCondition(once, { ...asked, atLeast: 90 });
  expect(raised.conditions).toMatchObject([{ ...asked, atLeast: 90 }]);
  expect(withCondition(once, null)).toBe(once);
});
