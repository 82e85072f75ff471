import { tableOf } from '@assay/stats';
import { expect, it } from 'vitest';
import { splitTarget } from '../index.ts';
import { numbers, texts } from '../test-tables.ts';

it('parts the target from the features', () => {
  const table = tableOf([numbers('x', [1, 2]), texts('t', ['a', 'b'])]);
  const { features, target } = splitTarget(table, 't');
  expect(features.columns.map(({ name }) => name)).toEqual(['x']);
  expect(features.rows).toBe(2);
  expect(target).toBe(table.columns[1]);
  expect(splitTarget(tableOf([numbers('x', [1])]), 'x').features).toEqual({ rows: 1, columns: [] });
  expect(() => splitTarget(table, 'y')).toThrow('the table has no column y');
});
