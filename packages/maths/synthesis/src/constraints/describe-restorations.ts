import type { ColumnDescription } from '../generator.ts';
import type { Restoration } from './learnt-table.ts';

/** Descriptions of what was learnt, with the columns that are put together from it. */
export function describeRestorations(
  learnt: readonly ColumnDescription[],
  restorations: readonly Restoration[],
): ColumnDescription[] {
  const low = new Map(restorations.flatMap((each) => (each.kind === 'gap' ? [[each.column, each.low]] : [])));
  const described = learnt.map((column): ColumnDescription => {
    const above = low.get(column.name);
    return above === undefined ? column : { ...column, how: 'gap', detail: above };
  });
  for (const each of restorations)
    switch (each.kind) {
      case 'gap':
        break;
      case 'joint':
        for (const { name } of each.columns)
          if (name !== each.joint)
            described.push({ name, how: 'joint', detail: null, given: [each.joint], figures: {} });
        break;
      case 'computed':
        described.push({ name: each.column, how: 'computed', detail: each.formula, given: [], figures: {} });
        break;
      case 'dependency':
        described.push({ name: each.column, how: 'follows', detail: null, given: each.from, figures: {} });
    }
  return described;
}
