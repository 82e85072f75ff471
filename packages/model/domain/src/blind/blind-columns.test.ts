import type { ColumnSpec } from '@assay/contracts';
import { expect, it } from 'vitest';
import { blindColumns, namingColumns } from './blind-columns.ts';

const column = (name: string, of: Partial<ColumnSpec> = {}) =>
  ({ name, type: 'integer', physical: 'BIGINT', role: 'feature', ...of }) as ColumnSpec;

it('shows what both tables have alike, and neither names nor keys of anybody', () => {
  const run = [
    column('age'),
    column('made-up'),
    column('mail'),
    column('id', { type: 'identifier' }),
    column('key'),
    column('patient'),
    column('weight', { type: 'decimal', physical: 'DOUBLE' }),
    column('city'),
  ];
  const source = [
    column('city'),
    column('age'),
    column('mail'),
    column('id'),
    column('key', { role: 'identifier' }),
    column('patient'),
    column('weight'),
    column('never-made'),
  ];
  const hidden = {
    personal: new Set(['mail', 'never-made']),
    naming: namingColumns(source, { kind: 'entity', column: 'patient' }),
  };
  expect(blindColumns(run, source, hidden)).toEqual({
    columns: ['age', 'city'],
    leftOut: [
      { column: 'made-up', why: 'not-in-source' },
      { column: 'mail', why: 'personal-data' },
      { column: 'id', why: 'identifier' },
      { column: 'key', why: 'identifier' },
      { column: 'patient', why: 'identifier' },
      { column: 'weight', why: 'other-type' },
    ],
  });
});
