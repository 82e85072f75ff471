import { id } from '@assay/contracts';
import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('makes ids of version 7, in the order of time and never twice', () => {
  const before = Date.now();
  const made = Array.from({ length: 100 }, newId);
  expect(new Set(made).size).toBe(100);
  for (const each of made) {
    expect(id.parse(each)).toBe(each);
    expect(each[14]).toBe('7');
    const at = Number.parseInt(each.slice(0, 8) + each.slice(9, 13), 16);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  }
});
