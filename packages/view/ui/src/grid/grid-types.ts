import type { ReactNode } from 'react';

export type GridColumnType =
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'category'
  | 'date'
  | 'datetime'
  | 'text'
  | 'identifier'
  | 'image'
  | 'other';

export type GridColumn = {
  id: string;
  /** As in the data. */
  name: string;
  /** From the dictionary, shown under the name. */
  label?: string | undefined;
  unit?: string | undefined;
  type: GridColumnType;
  /** The type in words, for readers. */
  typeLabel?: string | undefined;
  /** Role or other marks, shown in the header. */
  badge?: ReactNode;
  /** A small picture of the distribution. */
  distribution?: ReactNode;
  /** Pixels; 160 when absent. */
  width?: number | undefined;
  sortable?: boolean | undefined;
};

export type GridCell =
  | { kind: 'value'; text: string }
  | { kind: 'missing' }
  /** Hidden from this person; `reason` says why, `text` is what may be shown in its place. */
  | { kind: 'masked'; text?: string | undefined; reason?: string | undefined };

export type GridRow = {
  key: string;
  /** The row's own page. */
  href?: string | undefined;
  /** Shown in the first, fixed column; the row number when absent. */
  title?: string | undefined;
  cells: Readonly<Record<string, GridCell>>;
};

export type GridSort = { column: string; direction: 'asc' | 'desc' };
