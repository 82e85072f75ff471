import type { ExportColumn } from '@assay/contracts';

/** A value of a sample as it travels in JSON; see `canonicalCell` for how texts of files become one. */
export type SampleValue = string | number | boolean | null;

/** One record of an export: what it is known by, what the roots cover, and where it lies. */
export type ExportRecord = {
  key: string;
  sample: { origin: string; values: Record<string, SampleValue> };
  /** Final labels: objects with their `labelSchemaId`. */
  labels: { labelSchemaId: string }[];
};

/**
 * A line of JSON Lines, from texts that are canonical JSON already: the key, the final labels, the row of the run and
 * the sample itself, which is exactly what its leaf hashes.
 */
export function recordLine(record: {
  key: string;
  run: number;
  row: number;
  sample: string;
  labels: readonly string[];
}): string {
  const { key, run, row, sample, labels } = record;
  return `{"key":"${key}","labels":[${labels.join(',')}],"row":${row},"run":${run},"sample":${sample}}\n`;
}

/**
 * What the text of a cell is: whole numbers up to 2^53 and finite decimals as numbers, booleans, everything else as
 * text. Missing is null.
 */
export function canonicalCell(physical: ExportColumn['physical'], text: string | null): SampleValue {
  if (text === null) return null;
  if (physical === 'BOOLEAN') return text === 'true';
  if (physical === 'BIGINT') return Number.isSafeInteger(Number(text)) ? Number(text) : text;
  if (physical !== 'DOUBLE') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** The record of a row of a table, from the texts of its cells in the order of the columns. */
export function recordOfCells(
  columns: readonly ExportColumn[],
  cells: readonly (string | null)[],
): ExportRecord {
  const at = (of: ExportColumn['of']): string => {
    const found = columns.findIndex((column) => column.of === of);
    const cell = found < 0 ? null : (cells[found] ?? null);
    if (cell === null) throw new SyntaxError(`there is no ${of} in this row`);
    return cell;
  };
  const run = Number(at('run'));
  // Without a prototype: a column may have any name.
  const values: Record<string, SampleValue> = Object.create(null);
  for (const [i, column] of columns.entries()) {
    if (column.of !== 'value' || column.column === null) continue;
    if (column.runs !== null && !column.runs.includes(run)) continue;
    values[column.column] = canonicalCell(column.physical, cells[i] ?? null);
  }
  const labels: unknown = JSON.parse(at('labels'));
  return {
    key: at('key'),
    sample: { origin: at('origin'), values },
    labels: labels as ExportRecord['labels'],
  };
}
