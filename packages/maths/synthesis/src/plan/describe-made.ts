import type { ColumnDescription } from '../generator.ts';
import type { ModelColumn } from './model-column.ts';

/** The columns that are made without looking at the data. */
export function describeMade(columns: readonly ModelColumn[]): ColumnDescription[] {
  const described: ColumnDescription[] = [];
  for (const column of columns) {
    if (column.make === 'model') continue;
    const how = column.make === 'faker' ? `made by meaning: ${column.meaning}` : `made: ${column.make}`;
    described.push({ name: column.name, how, given: [], figures: {} });
  }
  return described;
}
