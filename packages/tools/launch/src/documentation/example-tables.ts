import type { ColumnRole, ColumnType, ReportQuestion } from '@assay/contracts';
import { prepareTables, type ReportTables } from '@assay/services/reports';
import { type CategoryColumn, categoryColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';

/** `value` so many times. */
export const times = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value);

export function numbers(name: string, values: readonly number[]): NumberColumn {
  return { kind: 'number', name, scale: 'integer', values: Float64Array.from(values) };
}

export const texts = (name: string, values: readonly (string | null)[]): CategoryColumn =>
  categoryColumn(name, values);

/** The tables of a report of categories, as its stages read them. */
export function reportTables(given: {
  real: Table;
  synthetic: Table;
  unseen?: Table;
  question: Partial<ReportQuestion>;
}): ReportTables {
  const side = (table: Table) => ({
    table,
    input: { name: 'table', rows: table.rows, columns: table.columns.length, sha256: '0'.repeat(64) },
  });
  return prepareTables({
    real: side(given.real),
    synthetic: side(given.synthetic),
    unseen: given.unseen === undefined ? null : side(given.unseen),
    columns: given.real.columns.map(({ name }) => ({
      name,
      type: 'category' satisfies ColumnType,
      role: 'feature' satisfies ColumnRole,
    })),
    question: {
      target: null,
      sensitive: [],
      quasiIdentifiers: [],
      favourable: [],
      seed: '1',
      ...given.question,
    },
  });
}

/** A table of categories from its rows. */
export function rowsOf(names: readonly string[], rows: readonly (readonly string[])[]): Table {
  return tableOf(
    names.map((name, at) =>
      texts(
        name,
        rows.map((row) => row[at] ?? null),
      ),
    ),
  );
}
