import { describe, expect, test } from 'vitest';
import { moveInGrid } from './grid-keys.ts';

const shape = { rows: 100, columns: 10, pageRows: 20 };
const at = { row: 50, column: 5 };

describe('keys in a grid', () => {
  test.each([
    ['ArrowDown', false, { row: 51, column: 5 }],
    ['ArrowUp', false, { row: 49, column: 5 }],
    ['ArrowLeft', false, { row: 50, column: 4 }],
    ['ArrowRight', false, { row: 50, column: 6 }],
    ['Home', false, { row: 50, column: 0 }],
    ['End', false, { row: 50, column: 9 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 9 }],
    ['PageDown', false, { row: 70, column: 5 }],
    ['PageUp', false, { row: 30, column: 5 }],
    ['ArrowDown', true, { row: 99, column: 5 }],
    ['ArrowUp', true, { row: 0, column: 5 }],
  ] as const)('%s (control %s)', (key, control, to) => {
    expect(moveInGrid(at, key, control, shape)).toEqual(to);
  });
  test('other keys do not move', () => {
    expect(moveInGrid(at, 'a', false, shape)).toBeUndefined();
  });
  test('edges hold, and the header is above the first row', () => {
    expect(moveInGrid({ row: 0, column: 0 }, 'ArrowUp', false, shape)).toEqual({ row: -1, column: 0 });
    expect(moveInGrid({ row: -1, column: 0 }, 'ArrowUp', false, shape)).toEqual({ row: -1, column: 0 });
    expect(moveInGrid({ row: 99, column: 9 }, 'ArrowDown', false, shape)).toEqual({ row: 99, column: 9 });
    expect(moveInGrid({ row: 99, column: 9 }, 'ArrowRight', false, shape)).toEqual({ row: 99, column: 9 });
    expect(moveInGrid({ row: 5, column: 3 }, 'PageUp', false, shape)).toEqual({ row: 0, column: 3 });
  });
  test.each(['ArrowDown', 'End', 'Home', 'PageDown', 'PageUp', 'ArrowUp'])(
    '%s stays on the header of an empty grid',
    (key) => {
      const empty = { rows: 0, columns: 3, pageRows: 20 };
      for (const control of [false, true])
        expect(moveInGrid({ row: -1, column: 0 }, key, control, empty)?.row).toBe(-1);
    },
  );
});
