'use client';

import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { DataTable, type TableColumn } from '../data/data-table.tsx';
import { useLabels } from '../lib/ui-provider.tsx';

export type ChartTableRow = { key: string; cells: readonly string[]; onSelect?: (() => void) | undefined };

export type ChartFrameProps = {
  /** Names the chart, its table, and its toggle. */
  title: string;
  hideTitle?: boolean | undefined;
  description?: ReactNode;
  actions?: ReactNode;
  /** Heads of the table view; all but the first are figures. */
  headers: readonly string[];
  rows: readonly ChartTableRow[];
  children: ReactNode;
};

/** A chart with its name and the same numbers as a table. */
export function ChartFrame({
  title,
  hideTitle = false,
  description,
  actions,
  headers,
  rows,
  children,
}: ChartFrameProps) {
  const t = useLabels('chart');
  const [table, setTable] = useState(false);
  const columns: TableColumn<ChartTableRow>[] = headers.map((header, index) => ({
    id: String(index),
    header,
    numeric: index > 0,
    cell: (row) =>
      index === 0 && row.onSelect !== undefined ? (
        <button
          type="button"
          onClick={row.onSelect}
          className="min-h-6 rounded-sm text-left text-accent-text underline underline-offset-2"
        >
          {row.cells[index]}
        </button>
      ) : (
        row.cells[index]
      ),
  }));
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex items-start justify-between gap-2">
        <div className="min-w-0">
          <p className={hideTitle ? 'sr-only' : 'text-sm font-medium text-fg'}>{title}</p>
          {description === undefined ? null : <div className="text-xs text-fg-muted">{description}</div>}
        </div>
        <div className="-my-1.5 flex shrink-0 items-center gap-1">
          {actions}
          <IconButton
            size="sm"
            label={`${table ? t.asChart : t.asTable}: ${title}`}
            icon={table ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
            onClick={() => setTable(!table)}
          />
        </div>
      </figcaption>
      {rows.length === 0 ? (
        <p className="py-8 text-center text-sm text-fg-muted">{t.empty}</p>
      ) : table ? (
        <div className="max-h-96 overflow-y-auto rounded-lg border border-line">
          <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.key} dense />
        </div>
      ) : (
        children
      )}
    </figure>
  );
}
