'use client';

import type { Predicate } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import {
  Badge,
  Button,
  Callout,
  Chip,
  DataGrid,
  EmptyState,
  type GridColumn,
  type GridRow,
  Skeleton,
  Sparkline,
  useUi,
} from '@assay/ui';
import { Eye, EyeOff, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Failure } from '~/shell/page-states.tsx';
import { cellText } from './cell-text.ts';
import { ClearView } from './clear-view.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { ConditionBuilder } from './condition-builder.tsx';
import { DownloadRows } from './download-rows.tsx';
import { FilterInput } from './filter-input.tsx';
import { SavedViews } from './saved-views.tsx';
import { StatsSheet } from './stats-sheet.tsx';
import type { TableAdapter } from './table-adapter.ts';
import { useRows } from './use-rows.ts';
import { useTableState } from './use-table-state.ts';

/** The conditions that a filter joins with `and`, each as its own text. */
function conditionsOf(predicate: Predicate): Predicate[] {
  if (predicate.op === 'true') return [];
  return predicate.op === 'and' ? predicate.args : [predicate];
}

const joined = (conditions: readonly Predicate[]) =>
  conditions.length === 0 ? '' : formatPredicate({ op: 'and', args: [...conditions] });

/** Any table as a grid: pages of rows from the server, filter, sort, statistics, columns, saved views, download. */
export function TableBrowser({ table }: { table: TableAdapter }) {
  const t = useTranslations('data.rows');
  const words = useTranslations('data');
  const { locale } = useUi();
  const state = useTableState(table.columns);
  const [clearReason, setClearReason] = useState<string | null>(null);
  const [building, setBuilding] = useState<{ open: boolean; column: string | null }>({
    open: false,
    column: null,
  });
  const rows = useRows(table, state, clearReason);
  const conditions = conditionsOf(state.predicate);
  const masked = table.columns.filter((column) => column.maskedReason !== null);

  const gridColumns = useMemo(
    (): GridColumn[] =>
      state.shown.map((column) => {
        const heights = table.distribution(column.name);
        return {
          id: column.name,
          name: column.name,
          ...(column.label === column.name ? {} : { label: column.label }),
          ...(column.unit === null ? {} : { unit: column.unit }),
          type: column.type === 'datetime' && column.physical === 'DATE' ? 'date' : column.type,
          width: column.role === 'quasi-identifier' ? 196 : 168,
          typeLabel: words(`types.${column.type}`),
          sortable: column.maskedReason === null || clearReason !== null,
          badge:
            column.maskedReason !== null ? (
              <Badge tone="warn" icon={clearReason === null ? <EyeOff aria-hidden /> : <Eye aria-hidden />}>
                {clearReason === null ? t('masked') : t('clear')}
              </Badge>
            ) : column.role === 'feature' ? (
              <span />
            ) : (
              <Badge
                tone={column.role === 'target' ? 'accent' : column.role === 'sensitive' ? 'warn' : 'neutral'}
              >
                {words(`roles.${column.role}`)}
              </Badge>
            ),
          ...(heights === null
            ? {}
            : {
                distribution: (
                  <Sparkline
                    kind="bars"
                    values={heights}
                    width={48}
                    height={20}
                    label={`${words('stats.distribution')}: ${column.name}`}
                  />
                ),
              }),
        };
      }),
    [state.shown, table, clearReason, t, words],
  );
  const reasons = useMemo(
    () => new Map(table.columns.map((column) => [column.name, column])),
    [table.columns],
  );
  const getRow = (index: number): GridRow | undefined => {
    const row = rows.rowAt(index);
    if (row === undefined) return undefined;
    const cells: Record<string, GridRow['cells'][string]> = {};
    for (const [place, name] of row.columns.entries()) {
      const column = reasons.get(name);
      const value = row.cells[place] ?? null;
      if (column === undefined) continue;
      const text =
        value === null ? null : cellText(value, column, { locale, yes: words('yes'), no: words('no') });
      cells[name] =
        text === null
          ? { kind: 'missing' }
          : rows.maskedColumns.includes(name)
            ? {
                kind: 'masked',
                text,
                ...(column.maskedReason === null ? {} : { reason: column.maskedReason }),
              }
            : { kind: 'value', text };
    }
    return {
      key: String(row.row),
      ...(table.rowHref === null ? {} : { href: table.rowHref(row.row) }),
      title: String(row.row + 1),
      cells,
    };
  };
  const setConditions = (next: readonly Predicate[]) => state.setWhere(joined(next));
  const addCondition = (text: string) =>
    state.setWhere(
      conditions.length === 0
        ? text
        : `${joined(conditions.length > 1 || conditions[0]?.op !== 'or' ? conditions : [{ op: 'and', args: [...conditions] }])} and ${text}`,
    );

  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-start gap-2">
        <FilterInput columns={table.columns} where={state.where} onApply={state.setWhere} />
        <div className="flex flex-wrap gap-2">
          <ConditionBuilder
            table={table}
            column={building.column}
            open={building.open}
            onColumn={(column) => setBuilding({ open: true, column })}
            onOpenChange={(open) => setBuilding((before) => ({ ...before, open }))}
            onAdd={addCondition}
          />
          <ColumnChooser columns={table.columns} shown={state.shown} onChange={state.setColumns} />
          {table.views === null ? null : <SavedViews table={table.views} state={state} />}
        </div>
      </div>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <p role="status" className="text-sm text-fg-secondary tabular-nums">
            {rows.total === undefined && rows.error !== null ? null : rows.total === undefined ? (
              <Skeleton className="w-28" />
            ) : state.predicate.op === 'true' ? (
              t('count', { total: rows.total })
            ) : (
              t('countOf', { shown: rows.total, total: table.totalRows })
            )}
          </p>
          {conditions.map((condition, place) => {
            const text = formatPredicate(condition);
            return (
              <Chip
                key={text}
                label={text}
                selected
                onRemove={() => setConditions(conditions.filter((_, index) => index !== place))}
              />
            );
          })}
        </div>
        <div className="flex flex-wrap gap-2">
          {masked.length === 0 || table.loadClear === null || clearReason !== null ? null : (
            <ClearView count={masked.length} onShow={setClearReason} />
          )}
          <DownloadRows downloads={table.downloads} where={state.where} />
        </div>
      </div>
      {clearReason === null ? null : (
        <Callout
          tone="warn"
          actions={
            <Button size="sm" onClick={() => setClearReason(null)}>
              {t('maskAgain')}
            </Button>
          }
        >
          {t('inClear')}
        </Callout>
      )}
      {rows.error !== null ? (
        <Failure error={rows.error} onRetry={rows.refetch} retrying={rows.isFetching} />
      ) : (
        <DataGrid
          label={t('grid', { name: table.name })}
          columns={gridColumns}
          rowCount={rows.total ?? 12}
          getRow={getRow}
          onRangeChange={rows.onRangeChange}
          sort={state.sort}
          onSort={state.setSort}
          onFilter={(column) => setBuilding({ open: true, column })}
          {...(table.stats === null ? {} : { onStatistics: (column: string) => state.setStats(column) })}
          className="h-[max(24rem,calc(100dvh-22rem))]"
          empty={
            <EmptyState
              icon={<SearchX aria-hidden />}
              title={state.predicate.op === 'true' ? t('noRowsTitle') : t('noMatchTitle')}
              description={state.predicate.op === 'true' ? t('noRowsBody') : t('noMatchBody')}
            />
          }
        />
      )}
      <StatsSheet
        table={table}
        column={table.stats === null ? null : state.stats}
        predicate={state.predicate}
        onClose={() => state.setStats(null)}
        onFilter={(column) => {
          state.setStats(null);
          setBuilding({ open: true, column });
        }}
      />
    </div>
  );
}
