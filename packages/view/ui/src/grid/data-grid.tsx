'use client';

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { formatNumber } from '../lib/format.ts';
import { type GridPosition, moveInGrid } from '../lib/grid-keys.ts';
import { UiLink, useLabels, useUi } from '../lib/ui-provider.tsx';
import { cellText, GridBodyCell } from './grid-body-cell.tsx';
import { type GridHeaderActions, GridHeaderCell } from './grid-header-cell.tsx';
import type { GridColumn, GridRow, GridSort } from './grid-types.ts';

export type DataGridProps = Omit<GridHeaderActions, 'onResize'> & {
  /** Names the grid. */
  label: string;
  columns: readonly GridColumn[];
  rowCount: number;
  /** The row, or undefined while it is loading. */
  getRow: (index: number) => GridRow | undefined;
  /** The rows now in view (both inclusive): load them. */
  onRangeChange?: ((first: number, last: number) => void) | undefined;
  sort?: GridSort | undefined;
  /** Heading of the fixed first column. */
  rowHeading?: string | undefined;
  /** Enter or double click on a row without an address. */
  onOpenRow?: ((row: GridRow) => void) | undefined;
  onWidthsChange?: ((widths: Readonly<Record<string, number>>) => void) | undefined;
  /** Tailwind height classes; it fills its place when absent. */
  className?: string | undefined;
  empty?: ReactNode;
  labels?: Partial<UiLabels['table']> | undefined;
};

type Part = 'grid' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'gridcell';
// roles on plain boxes: rows and cells are placed by coordinates, which table elements do not allow
const part = (role: Part, rest: HTMLAttributes<HTMLDivElement> = {}) => ({ role, ...rest });

const ROW = 36;
const NARROWEST = 80;
const WIDEST = 800;

/** A grid over any number of rows and columns: only what is in view exists in the page. */
export function DataGrid(props: DataGridProps) {
  const { columns, rowCount, getRow, onRangeChange, sort } = props;
  const t = useLabels('table', props.labels);
  const { locale } = useUi();
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPosition>({ row: -1, column: 0 });
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({});
  const [menu, setMenu] = useState<string>();
  const [said, setSaid] = useState('');
  const wantsFocus = useRef(false);

  const firstWidth = Math.max(72, 40 + 9 * String(rowCount).length);
  const tall = columns.some((c) => c.badge !== undefined || c.distribution !== undefined);
  const headHeight = tall ? 88 : 58;
  const widthOf = (column: GridColumn) => widths[column.id] ?? column.width ?? 160;

  // the active row and column stay mounted, so that the focus is never lost
  const keep = (index: number) => (range: Range) => {
    const seen = defaultRangeExtractor(range);
    return index < 0 || index >= range.count || seen.includes(index)
      ? seen
      : [...seen, index].sort((a, b) => a - b);
  };
  const rowSpace = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: keep(active.row),
  });
  const columnSpace = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const column = columns[index];
      return column === undefined ? 160 : widthOf(column);
    },
    overscan: 2,
    paddingStart: firstWidth,
    scrollPaddingStart: firstWidth,
    rangeExtractor: keep(active.column - 1),
  });
  const rows = rowSpace.getVirtualItems();
  const cols = columnSpace.getVirtualItems();
  const first = rowSpace.range?.startIndex;
  const last = rowSpace.range?.endIndex;

  useEffect(() => {
    if (first !== undefined && last !== undefined && rowCount > 0) onRangeChange?.(first, last);
  }, [first, last, rowCount, onRangeChange]);
  useEffect(() => columnSpace.measure(), [widths, columns, firstWidth]);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    document.getElementById(`${base}-${active.row}-${active.column}`)?.focus({ preventScroll: true });
  }, [active, base]);

  const go = (to: GridPosition) => {
    if (to.row >= 0) rowSpace.scrollToIndex(to.row);
    if (to.column > 0) columnSpace.scrollToIndex(to.column - 1);
    wantsFocus.current = true;
    setActive(to);
  };
  const resize = (id: string, width: number) => {
    const next = { ...widths, [id]: Math.round(Math.min(Math.max(width, NARROWEST), WIDEST)) };
    setWidths(next);
    props.onWidthsChange?.(next);
  };
  const open = (index: number) => {
    const row = getRow(index);
    if (row !== undefined) props.onOpenRow?.(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const column = columns[active.column - 1];
    const control = event.ctrlKey || event.metaKey;
    const pageRows = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / ROW) - 1);
    const target = moveInGrid(active, event.key, control, {
      rows: rowCount,
      columns: columns.length + 1,
      pageRows,
    });
    if (target !== undefined) {
      event.preventDefault();
      go(target);
    } else if (control && event.key.toLowerCase() === 'c' && active.row >= 0 && column !== undefined) {
      if (window.getSelection()?.toString() !== '') return;
      event.preventDefault();
      void navigator.clipboard
        .writeText(cellText(getRow(active.row)?.cells[column.id]))
        .then(() => setSaid(t.copiedCell));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (active.row < 0 && column !== undefined) {
        event.preventDefault();
        setMenu(column.id);
      } else if (active.row >= 0 && event.key === 'Enter') {
        const link = document.getElementById(`${base}-${active.row}-0`)?.querySelector('a');
        if (link !== null && link !== undefined) link.click();
        else open(active.row);
      }
    }
  };
  const cellProps = (role: Part, row: number, column: number) => ({
    role,
    id: `${base}-${row}-${column}`,
    tabIndex: active.row === row && active.column === column ? 0 : -1,
    'aria-colindex': column + 1,
    onMouseDown: () => setActive({ row, column }),
    onFocus: () => {
      if (active.row !== row || active.column !== column) setActive({ row, column });
    },
  });
  const ariaSort = useMemo(() => ({ asc: 'ascending', desc: 'descending' }) as const, []);
  if (rowCount === 0 && props.empty !== undefined) return <>{props.empty}</>;
  const totalWidth = columnSpace.getTotalSize();

  return (
    <div
      className={cn(
        'relative min-h-0 min-w-0 overflow-hidden rounded-lg border border-line bg-surface',
        props.className ?? 'h-full',
      )}
    >
      <div
        ref={scroller}
        {...part('grid', {
          'aria-label': props.label,
          'aria-rowcount': rowCount + 1,
          'aria-colcount': columns.length + 1,
          'aria-describedby': `${base}-help`,
          onKeyDown,
        })}
        className="h-full overflow-auto overscroll-contain"
      >
        <div
          {...part('rowgroup')}
          className="relative"
          style={{ height: rowSpace.getTotalSize(), width: totalWidth }}
        >
          <div
            {...part('row', { 'aria-rowindex': 1 })}
            className="sticky top-0 z-20 border-b border-line bg-sunken"
            style={{ height: headHeight, width: totalWidth }}
          >
            <div
              {...cellProps('columnheader', -1, 0)}
              className="ring-inside sticky left-0 z-10 flex h-full items-end border-r border-line bg-sunken px-3 py-2 text-xs font-medium text-fg-muted"
              style={{ width: firstWidth }}
            >
              {props.rowHeading ?? t.row}
            </div>
            {cols.map((item) => {
              const column = columns[item.index];
              if (column === undefined) return null;
              const sorted = sort?.column === column.id ? sort.direction : undefined;
              return (
                <div
                  key={column.id}
                  {...cellProps('columnheader', -1, item.index + 1)}
                  {...(sorted === undefined ? {} : { 'aria-sort': ariaSort[sorted] })}
                  className="ring-inside absolute top-0 h-full border-r border-line text-left"
                  style={{ left: item.start, width: item.size }}
                >
                  <GridHeaderCell
                    column={column}
                    sort={sort}
                    width={item.size}
                    menuOpen={menu === column.id}
                    onMenuOpen={(isOpen) => setMenu(isOpen ? column.id : undefined)}
                    onSort={props.onSort}
                    onFilter={props.onFilter}
                    onStatistics={props.onStatistics}
                    columnMenu={props.columnMenu}
                    onResize={resize}
                  />
                </div>
              );
            })}
          </div>
          {rows.map((item) => {
            const row = getRow(item.index);
            const number = row?.title ?? formatNumber(item.index + 1, locale);
            return (
              <div
                key={item.index}
                {...part('row', {
                  'aria-rowindex': item.index + 2,
                  ...(row === undefined ? { 'aria-busy': true } : {}),
                  onDoubleClick: () => open(item.index),
                })}
                className="group absolute left-0 border-b border-line hover:bg-hover"
                style={{ top: item.start, height: ROW, width: totalWidth }}
              >
                <div
                  {...cellProps('rowheader', item.index, 0)}
                  className="ring-inside sticky left-0 z-10 flex h-full items-center border-r border-line bg-surface px-3 text-xs tabular-nums text-fg-muted group-hover:bg-hover"
                  style={{ width: firstWidth }}
                >
                  {row?.href === undefined ? (
                    <span className="truncate">{number}</span>
                  ) : (
                    <UiLink
                      href={row.href}
                      tabIndex={-1}
                      title={fill(t.openRow, { n: number })}
                      className="inline-flex h-6 min-w-6 items-center truncate text-accent-text underline underline-offset-2"
                    >
                      {number}
                    </UiLink>
                  )}
                </div>
                {cols.map((place) => {
                  const column = columns[place.index];
                  if (column === undefined) return null;
                  return (
                    <div
                      key={column.id}
                      {...cellProps('gridcell', item.index, place.index + 1)}
                      className="ring-inside absolute top-0 flex h-full items-center border-r border-line px-3 text-sm focus:bg-selected"
                      style={{ left: place.start, width: place.size }}
                    >
                      {row === undefined ? (
                        <span className="h-3 w-2/3 animate-pulse rounded-sm bg-line motion-reduce:animate-none">
                          <span className="sr-only">{t.loadingRow}</span>
                        </span>
                      ) : (
                        <GridBodyCell cell={row.cells[column.id]} type={column.type} />
                      )}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      <span id={`${base}-help`} hidden>
        {t.gridHelp}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
