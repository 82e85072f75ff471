import { expect, test } from 'vitest';
import { formatTable } from './format-table.ts';

test('columns are as wide as what is in them; long cells are cut and line ends taken away', () => {
  expect(
    formatTable(
      ['a', 'b'],
      [
        ['one', 'x\ny'],
        ['2', 'z'.repeat(100)],
      ],
    ),
  ).toBe(`a    b\n---  ${'-'.repeat(72)}\none  x y\n2    ${'z'.repeat(71)}…\n`);
});
