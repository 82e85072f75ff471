'use client';

import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { RowsPage, TableAdapter } from './table-adapter.ts';
import type { TableState } from './use-table-state.ts';

const PAGE = 100;

/** The pages of rows that are in view. The first is always held, since it tells how many rows there are. */
export function useRows(table: TableAdapter, state: TableState, clearReason: string | null) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const onRangeChange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) };
    setRange((shown) => (shown.first === next.first && shown.last === next.last ? shown : next));
  }, []);
  const wanted = new Set([0]);
  for (let page = range.first; page <= range.last; page += 1) wanted.add(page);
  const pages = [...wanted];
  const names = state.shown.length === table.columns.length ? null : state.shown.map((column) => column.name);
  const results = useQueries({
    queries: pages.map((page) => {
      const request = {
        predicate: state.predicate,
        sort: state.sort === undefined ? [] : [state.sort],
        columns: names,
        offset: page * PAGE,
        limit: PAGE,
      };
      return {
        queryKey: ['table-rows', table.key, request, clearReason],
        queryFn: (): Promise<RowsPage> =>
          clearReason === null || table.loadClear === null
            ? table.load(request)
            : table.loadClear(request, clearReason),
        enabled: state.problem === null,
        staleTime: 60_000,
      };
    }),
  });
  const loaded = new Map(pages.map((page, place) => [page, results[place]?.data]));
  const failed = results.find((result) => result.error !== null && result.data === undefined);
  const head = loaded.get(0);
  return {
    total: head?.total,
    maskedColumns: head?.maskedColumns ?? [],
    rowAt: (index: number) => {
      const page = loaded.get(Math.floor(index / PAGE));
      const row = page?.rows[index % PAGE];
      return page === undefined || row === undefined ? undefined : { ...row, columns: page.columns };
    },
    onRangeChange,
    error: failed?.error ?? null,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
    isFetching: results.some((result) => result.isFetching),
  };
}
