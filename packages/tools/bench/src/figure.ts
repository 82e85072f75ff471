import type { Table } from '@assay/stats';

/** One thing that was measured. */
export type Figure = { name: string; value: number; unit: string };

/** Rows to fit on and rows that nothing was fitted on, with what a model predicts. */
export type JudgedTable = {
  /** Begins or ends the names of figures. */
  table: string;
  fit: Table;
  unseen: Table;
  target: string;
  /** The value of the target that counts as positive. */
  positive: string;
};
