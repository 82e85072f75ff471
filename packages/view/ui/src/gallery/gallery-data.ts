import type { GridCell, GridColumn, GridRow } from '../grid/grid-types.ts';

/** Deterministic sample rows for the gallery: shapes and states, not facts. */
export const gridColumns: readonly GridColumn[] = Array.from({ length: 60 }, (_, i): GridColumn => {
  const types = ['identifier', 'integer', 'decimal', 'category', 'datetime', 'text', 'boolean'] as const;
  const type = types[i % types.length] ?? 'text';
  return {
    id: `c${i}`,
    name: `${type}_${i}`,
    type,
    typeLabel: type,
    ...(i % 3 === 0 ? { label: `Label of column ${i}` } : {}),
    ...(type === 'decimal' ? { unit: 'km/h' } : {}),
    width: type === 'text' ? 220 : 150,
  };
});

export function gridRow(index: number): GridRow | undefined {
  if (index % 23 === 9) return undefined;
  const cells: Record<string, GridCell> = {};
  gridColumns.forEach((column, c) => {
    const at = (index * 31 + c * 17) % 97;
    if (at < 8) cells[column.id] = { kind: 'missing' };
    else if (c === 5) cells[column.id] = { kind: 'masked', reason: 'Personal data' };
    else if (column.type === 'integer') cells[column.id] = { kind: 'value', text: String(at * 1013) };
    else if (column.type === 'decimal') cells[column.id] = { kind: 'value', text: (at * 1.37).toFixed(2) };
    else cells[column.id] = { kind: 'value', text: `${column.type} ${at}` };
  });
  return { key: String(index), href: `#row-${index}`, cells };
}

export const bins = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
export const countsA = [4, 18, 44, 90, 120, 96, 51, 23, 9, 3];
export const countsB = [8, 22, 51, 80, 101, 99, 60, 30, 12, 5];
export const groups = [
  { label: 'Group A', value: 0.41, low: 0.37, high: 0.45, n: 512 },
  { label: 'Group B', value: 0.33, low: 0.27, high: 0.39, n: 210 },
  { label: 'Group C with a rather long name', value: 0.52, low: 0.4, high: 0.64, n: 61 },
];
export const names = ['age', 'wage', 'education', 'experience', 'union'];
export const matrix = names.map((_, r) =>
  names.map((__, c) => (r === 4 && c === 0 ? null : r === c ? 1 : Math.cos((r + 1) * (c + 1)))),
);
