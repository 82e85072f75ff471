import { type Column, quantileEdges, type Table } from '@assay/stats';

/** A part of a table by one column: its text form as a predicate, and its rows. */
export type Segment = { column: string; where: string; rows: Int32Array };

const MOST_LEVELS = 12;
const QUARTERS = 4;

/** Quotes a name or value as the predicate language does. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const named = (name: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : quoted(name));

/**
 * Parts of a table by each column on its own: the most frequent categories, the quarters of a number, and what is
 * missing; those with fewer than `least` rows are left out. One at a time: together they hold every row once a column.
 */
export function* rowSegments(table: Table, least: number): Generator<Segment> {
  for (const column of table.columns)
    for (const { where, has } of partsOf(column)) {
      const rows = new Int32Array(table.rows);
      let count = 0;
      for (let row = 0; row < table.rows; row += 1)
        if (has(row)) {
          rows[count] = row;
          count += 1;
        }
      if (count >= least && count < table.rows)
        yield { column: column.name, where, rows: rows.subarray(0, count) };
    }
}

type Part = { where: string; has: (row: number) => boolean };

function partsOf(column: Column): Part[] {
  const name = named(column.name);
  if (column.kind === 'category') {
    const counts = new Int32Array(column.levels.length);
    for (const code of column.codes) if (code >= 0) counts[code]! += 1;
    const frequent = [...counts.keys()]
      .sort((a, b) => counts[b]! - counts[a]! || a - b)
      .slice(0, MOST_LEVELS);
    return [
      ...frequent.map((level) => ({
        where: `${name} = ${quoted(column.levels[level]!)}`,
        has: (row: number) => column.codes[row] === level,
      })),
      { where: `${name} is missing`, has: (row) => column.codes[row]! < 0 },
    ];
  }
  const edges = quantileEdges(column.values, QUARTERS);
  const inner = edges.ok ? [...new Set(edges.value)] : [];
  const written = (value: number) =>
    column.scale === 'datetime'
      ? quoted(new Date(value).toISOString().slice(0, 19))
      : String(Number(value.toPrecision(12)));
  const bounds = [Number.NEGATIVE_INFINITY, ...inner, Number.POSITIVE_INFINITY];
  return [
    ...bounds.slice(1).map((high, at) => {
      const low = bounds[at]!;
      const where = [
        ...(low === Number.NEGATIVE_INFINITY ? [] : [`${name} >= ${written(low)}`]),
        ...(high === Number.POSITIVE_INFINITY ? [] : [`${name} < ${written(high)}`]),
      ].join(' and ');
      return {
        where: where === '' ? `not (${name} is missing)` : where,
        has: (row: number) => column.values[row]! >= low && column.values[row]! < high,
      };
    }),
    { where: `${name} is missing`, has: (row) => Number.isNaN(column.values[row]!) },
  ];
}
