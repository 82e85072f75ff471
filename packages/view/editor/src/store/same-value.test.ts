import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSameValue, keepSameValues } from './same-value.ts';

it('values are the same when they hold the same, in whichever order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isSameValue(a, structuredClone(a))).toBe(true);
      expect(isSameValue(a, b)).toBe(isSameValue(b, a));
      expect(isSameValue({ a, b }, { b, a })).toBe(true);
      expect(isSameValue({ a }, { a, b: undefined })).toBe(false);
      expect(isSameValue([a], { 0: a })).toBe(false);
    }),
  );
  expect(isSameValue({ x: 1, y: 2 }, { x: 1, y: 3 })).toBe(false);
  expect(isSameValue([1, [2]], [1, [3]])).toBe(false);
  expect(isSameValue({ x: undefined }, { y: undefined })).toBe(false);
  expect(isSameValue(new Set([1]), new Set([1]))).toBe(false);
  expect(isSameValue(null, {})).toBe(false);
});

it('what is the same stays the same object, and the whole where all is', () => {
  const old = { place: { x: 1 }, size: { width: 2 } };
  expect(keepSameValues(old, structuredClone(old))).toBe(old);
  const next = keepSameValues(old, { place: { x: 1 }, size: { width: 3 } });
  expect(next.place).toBe(old.place);
  expect(next.size).toEqual({ width: 3 });
  expect(keepSameValues<object>(old, { place: { x: 1 } })).toEqual({ place: { x: 1 } });
});
