import type { Table } from '@assay/stats';

/** Asks rows of a table: true, false, or null for unknown. */
export type RowTest = (table: Table) => (row: number) => boolean | null;
