import { describe, expect, test } from 'vitest';
import { geometry } from './geometry.ts';

const box = { kind: 'box', version: 1, x: -4.5, y: 2, width: 10, height: 0 };
const mask = { kind: 'mask', version: 1, width: 3, height: 2, counts: '132' };

describe('a geometry', () => {
  test('is stored as it is read', () => {
    for (const stored of [box, mask, { kind: 'image-class', version: 1 }]) {
      expect(geometry.parse(stored)).toEqual(stored);
    }
  });

  test.each([
    ['of a kind that nobody knows', { ...box, kind: 'sphere' }],
    ['of a version that nobody knows', { ...box, version: 2 }],
    ['with a length below nothing', { ...box, width: -1 }],
    ['at no number', { ...box, x: Number.NaN }],
    ['at infinity', { ...box, y: Number.POSITIVE_INFINITY }],
    ['with a property that its kind does not have', { ...box, rotation: 0 }],
    ['with too few corners', { kind: 'polygon', version: 1, points: [{ x: 0, y: 0 }] }],
    ['with two joints of one name', { kind: 'skeleton', version: 1, joints: [joint('knee'), joint('knee')] }],
    ['with a joint whose name cannot be stored', { kind: 'skeleton', version: 1, joints: [joint('knee\0')] }],
    ['with half a character in a name', { kind: 'skeleton', version: 1, joints: [joint('\ud83e')] }],
    ['whose mask has more pixels than its size', { ...mask, width: 2 }],
    ['whose mask is not run lengths', { ...mask, counts: '!' }],
  ])('%s is refused', (_, stored) => {
    expect(geometry.safeParse(stored).success).toBe(false);
  });
});

function joint(name: string) {
  return { name, x: 1, y: 1, visibility: 'visible' };
}
