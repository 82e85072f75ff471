import type { ColumnRole, ColumnType, ReportInput, ReportQuestion } from '@assay/contracts';
import type { Table } from '@assay/stats';

/** What every stage of a report reads: tables whose columns have the same names and kinds. */
export type ReportTables = {
  /** The rows that the generator was fitted on. */
  real: Table;
  synthetic: Table;
  /** Real rows that the generator has not seen, without those that are also among `real`. */
  unseen: Table | null;
  columns: readonly { name: string; type: ColumnType; role: ColumnRole }[];
  inputs: { real: ReportInput; synthetic: ReportInput; unseen: ReportInput | null };
  question: ReportQuestion;
  overlap: { rows: number; leftOut: boolean } | null;
  /** Columns that only one of the two sides has. */
  missingColumns: readonly string[];
  surplusColumns: readonly string[];
  notices: readonly string[];
};

/** Lets a long computation be stopped and tell how far it is. */
export type StageControl = {
  throwIfAborted: () => void;
  progress: (done: number, total: number) => void;
};
