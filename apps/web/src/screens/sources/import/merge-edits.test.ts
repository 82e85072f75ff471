import type { ColumnSpec } from '@assay/contracts';
import { expect, it } from 'vitest';
import { editsToSend, mergeEdit, mergeTarget } from './merge-edits.ts';

const column = (index: number, role: ColumnSpec['role'] = 'feature'): ColumnSpec => ({
  index,
  name: `c${index}`,
  sourceName: `c${index}`,
  type: 'integer',
  physical: 'BIGINT',
  role,
  parse: {
    decimalSeparator: '.',
    thousandsSeparator: null,
    datetimeFormats: [],
    trueValues: [],
    falseValues: [],
  },
  label: `C ${index}`,
  unit: null,
  meaning: null,
  allowedValues: null,
});

it('keeps what differs from what was read, and nothing else', () => {
  const one = mergeEdit({}, column(1), { type: 'category' });
  const two = mergeEdit(one, column(1), { unit: 'cm' });
  expect(two).toEqual({ 1: { type: 'category', unit: 'cm' } });
  expect(mergeEdit(two, column(1), { type: 'integer' })).toEqual({ 1: { unit: 'cm' } });
  expect(mergeEdit({ 1: { unit: 'cm' } }, column(1), { unit: null })).toEqual({});
});

it('moves the target', () => {
  const columns = [column(0, 'target'), column(1), column(2)];
  const first = mergeTarget({}, columns, column(1));
  expect(first).toEqual({ 0: { role: 'feature' }, 1: { role: 'target' } });
  expect(mergeTarget(first, columns, columns[0] ?? column(0))).toEqual({});
});

it('sends changes by index', () => {
  expect(editsToSend({ 3: { name: 'x' } })).toEqual([{ index: 3, name: 'x' }]);
});
