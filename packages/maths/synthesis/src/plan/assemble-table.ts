import { type Column, type Table, tableOf } from '@assay/stats';
import type { SampleRequest } from '../generator.ts';
import { makeColumn } from '../made/make-column.ts';
import type { ModelColumn } from './model-column.ts';

/**
 * The synthetic table: modelled columns as they were drawn, made ones made now, in the plan's order.
 *
 * @param drawn the modelled columns in the plan's order
 */
export function assembleTable(
  columns: readonly ModelColumn[],
  drawn: readonly Column[],
  { seed, from, to, control }: SampleRequest,
): Table {
  let next = 0;
  const all = columns.map((column): Column => {
    if (column.make === 'model') return drawn[next++]!;
    control?.throwIfAborted();
    return makeColumn(column, { seed, from, to });
  });
  return all.length === 0 ? { rows: to - from, columns: [] } : tableOf(all);
}
