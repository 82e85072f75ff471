import type { ColumnDescription } from '../generator.ts';
import type { ModelColumn } from './model-column.ts';

/** The columns that are made without looking at the data. */
export function describeMade(columns: readonly ModelColumn[]): ColumnDescription[] {
  const described: ColumnDescription[] = [];
  for (const column of columns) {
    if (column.make === 'model') continue;
    const how =
      column.make === 'faker'
        ? ({ how: 'made-by-meaning', detail: column.meaning } as const)
        : ({ how: 'made', detail: column.make } as const);
    described.push({ name: column.name, ...how, given: [], figures: {} });
  }
  return described;
}
