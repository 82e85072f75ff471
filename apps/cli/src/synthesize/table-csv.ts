import type { ColumnSpec } from '@assay/contracts';
import type { Column, Table } from '@assay/stats';

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;

/** The header line of a table as RFC 4180 has it, with a line feed. */
export function csvHeader(specs: readonly ColumnSpec[]): string {
  return `${specs.map((spec) => quoted(spec.name)).join(',')}\n`;
}

/** Rows of a table in memory as CSV; missing is an empty cell, dates and times are ISO 8601. */
export function csvRows(table: Table, specs: readonly ColumnSpec[]): string {
  const writers = specs.map((spec) => {
    const column = table.columns.find((each) => each.name === spec.name);
    if (column === undefined) throw new Error(`the sampled table lacks ${spec.name}`);
    return cellWriter(column, spec);
  });
  const lines: string[] = [];
  for (let row = 0; row < table.rows; row += 1) lines.push(writers.map((write) => write(row)).join(','));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A boolean in the words of the file that was learnt from, so that the one is read like the other. */
function inOwnWords(level: string, spec: ColumnSpec): string {
  if (spec.type !== 'boolean') return level;
  const words = level === 'true' ? spec.parse.trueValues : spec.parse.falseValues;
  return words[0] ?? level;
}

function cellWriter(column: Column, spec: ColumnSpec): (row: number) => string {
  if (column.kind === 'category') {
    const written = column.levels.map((level) => quoted(inOwnWords(level, spec)));
    return (row) => written[column.codes[row]!] ?? '';
  }
  const { values, scale } = column;
  if (scale !== 'datetime') return (row) => (Number.isNaN(values[row]!) ? '' : String(values[row]!));
  const length = spec.physical === 'DATE' ? 10 : 19;
  const zone = spec.physical === 'TIMESTAMPTZ' ? 'Z' : '';
  return (row) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return '';
    const text = new Date(value).toISOString();
    // Milliseconds only where there are some.
    return length === 19 && !text.endsWith('.000Z')
      ? `${text.slice(0, 23)}${zone}`
      : `${text.slice(0, length)}${length === 19 ? zone : ''}`;
  };
}
