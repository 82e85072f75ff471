import type { ColumnProfile, ColumnSpec, Predicate, RowsFormat } from '@assay/contracts';

export type CellValue = string | number | boolean | null;

export type RowsRequest = {
  predicate: Predicate;
  sort: { column: string; direction: 'asc' | 'desc' }[];
  columns: string[] | null;
  offset: number;
  limit: number;
};

export type RowsPage = {
  columns: string[];
  maskedColumns: string[];
  rows: { row: number; cells: CellValue[] }[];
  total: number;
};

export type TableColumnInfo = Pick<
  ColumnSpec,
  'name' | 'label' | 'unit' | 'meaning' | 'type' | 'physical' | 'role' | 'allowedValues'
> & {
  /** Why its cells are masked; null where they are not. */
  maskedReason: string | null;
};

/** A table that the browser can show. What it reads and where its rows live is the adapter's business. */
export type TableAdapter = {
  /** Tells tables apart, also in the cache. */
  key: string;
  /** Names the table. */
  name: string;
  totalRows: number;
  columns: readonly TableColumnInfo[];
  load: (request: RowsRequest) => Promise<RowsPage>;
  /** Statistics of one column among the rows that match; null where there are none. */
  stats: ((column: string, predicate: Predicate) => Promise<ColumnProfile>) | null;
  /** Distributions for the heads, as heights; absent while unknown. */
  distribution: (column: string) => readonly number[] | null;
  /** The page of a row; null where rows have none. */
  rowHref: ((row: number) => string) | null;
  /** Files of the rows that match; none where they may not be had. */
  downloads: readonly { format: RowsFormat; href: (where: string) => string }[];
  /** Reads masked columns in clear, on record; null without the right to it. */
  loadClear: ((request: RowsRequest, reason: string) => Promise<RowsPage>) | null;
  /** The table that saved views belong to. */
  views: { type: 'source-rows'; id: string } | null;
};
