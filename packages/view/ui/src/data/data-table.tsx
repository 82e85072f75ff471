import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { SortHeader } from './sort-header.tsx';

export type SortDirection = 'asc' | 'desc';
export type SortState = { column: string; direction: SortDirection };

export type TableColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row, index: number) => ReactNode;
  align?: 'start' | 'end' | undefined;
  /** Numbers: right-aligned, tabular figures. */
  numeric?: boolean | undefined;
  sortable?: boolean | undefined;
  /** Names the row for readers; the first column when none is marked. */
  rowHeader?: boolean | undefined;
  width?: string | undefined;
  className?: string | undefined;
};

export type DataTableProps<Row> = {
  /** Names the table, visible only when `showCaption`. */
  caption: string;
  showCaption?: boolean | undefined;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  sort?: SortState | undefined;
  /** In client components: called with the next order. */
  onSort?: ((next: SortState) => void) | undefined;
  /** In server components: the address of the next order. */
  sortHref?: ((next: SortState) => string) | undefined;
  rowActions?: ((row: Row) => ReactNode) | undefined;
  rowActionsLabel?: string | undefined;
  /** Shown in place of rows. */
  empty?: ReactNode;
  /** On narrow screens: scroll sideways inside its own region, or one card per row. */
  narrow?: 'scroll' | 'cards' | undefined;
  dense?: boolean | undefined;
  /** Marks rows, e.g. the one just made. */
  rowTone?: ((row: Row) => 'selected' | undefined) | undefined;
  className?: string | undefined;
};

/** A plain semantic table for lists of up to a few hundred rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, narrow = 'scroll', dense = false } = props;
  const headerId = columns.find((c) => c.rowHeader)?.id ?? columns[0]?.id;
  const cards = narrow === 'cards';
  const pad = dense ? 'px-3 py-1.5' : 'px-4 py-2.5 sm:first:pl-5 sm:last:pr-5';
  if (rows.length === 0 && props.empty !== undefined) return <div>{props.empty}</div>;
  return (
    <ScrollRegion label={caption} className={props.className}>
      <table
        className={cn(
          'w-full border-collapse text-left text-sm',
          cards ? 'max-sm:block' : columns.length > 3 && 'max-sm:min-w-xl',
        )}
      >
        <caption
          className={
            props.showCaption === true
              ? cn(
                  'pb-2 text-left text-sm text-fg-secondary',
                  dense ? 'px-3' : 'px-4',
                  cards && 'max-sm:block',
                )
              : 'sr-only'
          }
        >
          {caption}
        </caption>
        <thead className={cn('border-b border-line bg-sunken/60', cards && 'max-sm:sr-only')}>
          <tr>
            {columns.map((column) => {
              const sorted = props.sort?.column === column.id ? props.sort.direction : undefined;
              const next: SortState = { column: column.id, direction: sorted === 'asc' ? 'desc' : 'asc' };
              return (
                <th
                  key={column.id}
                  scope="col"
                  aria-sort={sorted === undefined ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
                  style={column.width === undefined ? undefined : { width: column.width }}
                  className={cn(
                    'whitespace-nowrap text-xs font-medium text-fg-secondary',
                    pad,
                    isEnd(column) && 'text-right',
                  )}
                >
                  {column.sortable === true ? (
                    <SortHeader
                      name={column.header}
                      sorted={sorted}
                      end={isEnd(column)}
                      href={props.sortHref?.(next)}
                      {...(props.onSort === undefined ? {} : { onPress: () => props.onSort?.(next) })}
                    />
                  ) : (
                    column.header
                  )}
                </th>
              );
            })}
            {props.rowActions === undefined ? null : (
              <th scope="col" className={pad}>
                <span className="sr-only">{props.rowActionsLabel ?? ''}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className={cn(cards && 'max-sm:block')}>
          {rows.map((row, index) => (
            <tr
              key={props.rowKey(row, index)}
              className={cn(
                'border-b border-line last:border-b-0 hover:bg-hover/60',
                props.rowTone?.(row) === 'selected' && 'bg-selected',
                cards && 'max-sm:block max-sm:px-4 max-sm:py-3',
              )}
            >
              {columns.map((column) => {
                const className = cn(
                  'align-middle text-fg',
                  pad,
                  isEnd(column) && 'text-right',
                  column.numeric === true && 'tabular-nums',
                  cards &&
                    'max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1',
                  column.className,
                );
                const body = (
                  <>
                    {cards ? (
                      <span aria-hidden className="shrink-0 text-xs font-normal text-fg-muted sm:hidden">
                        {column.header}
                      </span>
                    ) : null}
                    {cards ? (
                      <span className="min-w-0">{column.cell(row, index)}</span>
                    ) : (
                      column.cell(row, index)
                    )}
                  </>
                );
                return column.id === headerId ? (
                  <th key={column.id} scope="row" className={cn('font-medium', className)}>
                    {body}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {body}
                  </td>
                );
              })}
              {props.rowActions === undefined ? null : (
                <td
                  className={cn(
                    'w-px whitespace-nowrap text-right',
                    dense ? 'px-2 py-0.5' : 'px-2 py-1',
                    cards && 'max-sm:block max-sm:w-auto max-sm:px-0',
                  )}
                >
                  {props.rowActions(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function isEnd<Row>(column: TableColumn<Row>): boolean {
  return column.align === 'end' || (column.align === undefined && column.numeric === true);
}
