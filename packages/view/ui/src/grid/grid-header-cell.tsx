'use client';

import { ArrowDown, ArrowUp, ChartColumn, EllipsisVertical, Filter, MoveHorizontal, X } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { DropdownMenu, type MenuGroup, type MenuItem } from '../overlays/dropdown-menu.tsx';
import { ColumnTypeIcon } from './column-type-icon.tsx';
import type { GridColumn, GridSort } from './grid-types.ts';

export type GridHeaderActions = {
  onSort?: ((sort: GridSort | undefined) => void) | undefined;
  onFilter?: ((column: string) => void) | undefined;
  onStatistics?: ((column: string) => void) | undefined;
  onResize: (column: string, width: number) => void;
  /** More entries for the column's menu. */
  columnMenu?: ((column: string) => readonly MenuGroup[]) | undefined;
};

type Props = GridHeaderActions & {
  column: GridColumn;
  sort: GridSort | undefined;
  width: number;
  menuOpen: boolean;
  onMenuOpen: (open: boolean) => void;
};

/** What stands in a column's head: type, name, label with unit, badge, distribution, menu, resize grip. */
export function GridHeaderCell(props: Props) {
  const { column, sort, width } = props;
  const t = useLabels('table');
  const sorted = sort?.column === column.id ? sort.direction : undefined;
  const subtitle = [column.label, column.unit === undefined ? undefined : `[${column.unit}]`]
    .filter(Boolean)
    .join(' ');
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} className="relative flex h-full flex-col justify-between gap-1 px-3 py-2">
      <div className="flex items-start gap-1.5">
        <span className="mt-0.5">
          <ColumnTypeIcon type={column.type} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1 text-sm font-medium text-fg">
            <span className="truncate" title={column.name}>
              {column.name}
            </span>
            {sorted === undefined ? null : sorted === 'asc' ? (
              <ArrowUp aria-hidden className="size-3.5 shrink-0 text-accent-text" />
            ) : (
              <ArrowDown aria-hidden className="size-3.5 shrink-0 text-accent-text" />
            )}
          </p>
          <p className="truncate text-xs font-normal text-fg-muted" title={subtitle}>
            {subtitle === '' ? (column.typeLabel ?? '') : subtitle}
          </p>
        </div>
        <DropdownMenu
          label={fill(t.columnMenu, { name: column.name })}
          open={props.menuOpen}
          onOpenChange={props.onMenuOpen}
          returnFocus={() => root.current?.closest<HTMLElement>('[role=columnheader]')}
          groups={menuGroups(props, t, sorted, width)}
          trigger={
            <button
              type="button"
              tabIndex={-1}
              aria-label={fill(t.columnMenu, { name: column.name })}
              className="-mt-0.5 -mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-fg-muted hover:bg-hover hover:text-fg"
            >
              <EllipsisVertical aria-hidden className="size-4" />
            </button>
          }
        />
      </div>
      {column.badge === undefined && column.distribution === undefined ? null : (
        <div className="flex h-6 items-end justify-between gap-2">
          <span className="flex min-w-0 items-center">{column.badge}</span>
          <span className="shrink-0">{column.distribution}</span>
        </div>
      )}
      <ResizeGrip width={width} onResize={(next) => props.onResize(column.id, next)} />
    </div>
  );
}

type TableLabels = ReturnType<typeof useLabels<'table'>>;

function menuGroups(
  props: Props,
  t: TableLabels,
  sorted: 'asc' | 'desc' | undefined,
  width: number,
): MenuGroup[] {
  const { column, onSort, onFilter, onStatistics } = props;
  const order: MenuItem[] = [];
  if (onSort !== undefined && column.sortable !== false) {
    const to = (direction: 'asc' | 'desc') => () => onSort({ column: column.id, direction });
    order.push(
      {
        id: 'asc',
        label: t.sortUp,
        icon: <ArrowUp aria-hidden />,
        onSelect: to('asc'),
        disabled: sorted === 'asc',
      },
      {
        id: 'desc',
        label: t.sortDown,
        icon: <ArrowDown aria-hidden />,
        onSelect: to('desc'),
        disabled: sorted === 'desc',
      },
    );
    if (sorted !== undefined)
      order.push({
        id: 'none',
        label: t.sortNone,
        icon: <X aria-hidden />,
        onSelect: () => onSort(undefined),
      });
  }
  const look: MenuItem[] = [];
  if (onFilter !== undefined)
    look.push({
      id: 'filter',
      label: t.filter,
      icon: <Filter aria-hidden />,
      onSelect: () => onFilter(column.id),
    });
  if (onStatistics !== undefined) {
    look.push({
      id: 'statistics',
      label: t.statistics,
      icon: <ChartColumn aria-hidden />,
      onSelect: () => onStatistics(column.id),
    });
  }
  const size: MenuItem[] = [
    {
      id: 'widen',
      label: t.widen,
      icon: <MoveHorizontal aria-hidden />,
      onSelect: () => props.onResize(column.id, width + 60),
    },
    {
      id: 'narrow',
      label: t.narrow,
      icon: <MoveHorizontal aria-hidden />,
      onSelect: () => props.onResize(column.id, width - 60),
    },
  ];
  return [
    { id: 'order', items: order },
    { id: 'look', items: look },
    ...(props.columnMenu?.(column.id) ?? []),
    { id: 'size', items: size },
  ].filter((group) => group.items.length > 0);
}

function ResizeGrip({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const start = useRef<{ x: number; width: number }>(undefined);
  const move = (event: PointerEvent) => {
    if (start.current !== undefined) onResize(start.current.width + event.clientX - start.current.x);
  };
  return (
    <span
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = undefined;
      }}
      className={cn(
        'absolute inset-y-0 -right-1 w-2 cursor-col-resize touch-none select-none hover:bg-accent/40',
      )}
    />
  );
}
