import type { Dialect, PhysicalType } from '@assay/contracts';

/** Rows of a staged part: `files` are Parquet in `folder`; columns `c0`, `c1`, ... in order. */
export type StagedPart = { files: string[]; rows: number; rowStart: number; columns: number };

/** One column as staged: text, or the type that a Parquet file states. */
export type StagedColumn = { name: string; sourceName: string; stored: PhysicalType | null };

/**
 * What `stage` leaves for `commit`. Plain JSON; files are named relative to `folder`, a subfolder of the working
 * directory, so that the two steps may run in different processes.
 */
export type StagedTable = {
  type: 'assay.staged-table';
  version: 1;
  folder: string;
  dialect: Dialect;
  rows: number;
  chunkRows: number;
  columns: StagedColumn[];
  parts: StagedPart[];
  /** Parquet parts carry `__src`, the row number in the source, because writing them may reorder rows. */
  ordered: boolean;
  /** File of float64 pairs `row, line` (see `lineOfRow`); null for Parquet. */
  lineMap: string | null;
  rejectedFile: string;
};

/** Rows per chunk of the version, and of the staged parts that become chunks. */
export const CHUNK_ROWS = 65_536;

/** Fewer rows for wide tables, so that a chunk stays near 4 million cells and fits in memory. */
export function chunkRowsFor(columns: number): number {
  const cells = 4_194_304;
  return Math.min(CHUNK_ROWS, Math.max(2048, Math.floor(cells / Math.max(1, columns) / 2048) * 2048));
}
