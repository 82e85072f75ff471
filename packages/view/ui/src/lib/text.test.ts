import { describe, expect, test } from 'vitest';
import { currentHref } from '../layout/nav-match.ts';
import { diffWords } from './diff.ts';
import { fill } from './fill.ts';
import { matchSteps, writeKey } from './hotkey.ts';
import { sparkGeometry } from './spark.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('templates keep what is not given', () => {
  expect(fill('{n} of {total}', { n: 3 })).toBe('3 of {total}');
});

describe('differences of texts', () => {
  test('marks the words that changed', () => {
    expect(diffWords('Height in feet', 'Height above ground in feet')).toEqual([
      { kind: 'same', text: 'Height ' },
      { kind: 'added', text: 'above ground ' },
      { kind: 'same', text: 'in feet' },
    ]);
  });
  test.each([
    ['', ''],
    ['', 'a b'],
    ['a b', ''],
    ['the cat sat', 'a cat sat down'],
    ['a a a b', 'b a a'],
    [
      Array.from({ length: 500 }, (_, i) => `w${i}`).join(' '),
      Array.from({ length: 500 }, (_, i) => `v${i}`).join(' '),
    ],
  ])('both texts can be put together again', (before, after) => {
    const parts = diffWords(before, after);
    const join = (kind: string) =>
      parts
        .filter((p) => p.kind === 'same' || p.kind === kind)
        .map((p) => p.text)
        .join('');
    expect(join('removed')).toBe(before);
    expect(join('added')).toBe(after);
  });
});

describe('keys', () => {
  test('are written one way', () => {
    expect(writeKey(press('k', { ctrlKey: true }))).toBe('Mod+K');
    expect(writeKey(press('k', { metaKey: true }))).toBe('Mod+K');
    expect(writeKey(press('?', { shiftKey: true }))).toBe('?');
    expect(writeKey(press('P', { shiftKey: true }))).toBe('Shift+P');
    expect(writeKey(press('Enter', { shiftKey: true, altKey: true }))).toBe('Alt+Shift+Enter');
    expect(writeKey(press('ArrowUp'))).toBe('Up');
    expect(writeKey(press(' '))).toBe('Space');
  });
  test('steps complete, begin or miss a combination', () => {
    expect(matchSteps('G P', ['G'])).toBe('partial');
    expect(matchSteps('G P', ['G', 'P'])).toBe('complete');
    expect(matchSteps('G P', ['P'])).toBe('none');
    expect(matchSteps('G', ['G', 'P'])).toBe('none');
  });
});

describe('the current entry of a menu', () => {
  test('is the longest whole prefix', () => {
    const hrefs = ['/p/1', '/p/1/sources', '/p/10'];
    expect(currentHref(hrefs, '/p/1/sources/7?tab=a')).toBe('/p/1/sources');
    expect(currentHref(hrefs, '/p/1')).toBe('/p/1');
    expect(currentHref(hrefs, '/p/10/x')).toBe('/p/10');
    expect(currentHref(hrefs, '/q')).toBeUndefined();
  });
  test('home is current only at home', () => {
    expect(currentHref(['/', '/jobs'], '/jobs/1')).toBe('/jobs');
    expect(currentHref(['/', '/jobs'], '/other')).toBeUndefined();
    expect(currentHref(['/', '/jobs'], '/')).toBe('/');
  });
});

describe('small lines', () => {
  test('fill their box', () => {
    const { line, last } = sparkGeometry([0, 10, 5], 100, 20, 0);
    expect(line).toBe('M0 20L50 0L100 10');
    expect(last).toEqual({ x: 100, y: 10 });
  });
  test('constant, single, empty and broken series are drawn without NaN', () => {
    expect(sparkGeometry([4, 4], 10, 10, 0).line).toBe('M0 5L10 5');
    expect(sparkGeometry([4], 10, 10, 0).last).toEqual({ x: 5, y: 5 });
    expect(sparkGeometry([], 10, 10)).toEqual({ line: '', area: '', last: undefined });
    expect(sparkGeometry([1, Number.NaN, 3], 10, 10, 0).line).toBe('M0 10M10 0');
  });
});
