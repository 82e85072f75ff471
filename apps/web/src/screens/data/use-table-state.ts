'use client';

import type { Predicate } from '@assay/contracts';
import { type ParseProblem, parsePredicate, validatePredicate } from '@assay/domain';
import type { GridSort } from '@assay/ui';
import { useMemo } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';
import type { TableColumnInfo } from './table-adapter.ts';

const EVERYTHING: Predicate = { op: 'true' };

/** What is wrong with a filter; the position is null where it is about a column rather than the text. */
export type FilterProblem = { message: string; position: number | null };

/** Reads a filter as typed and checks it against the columns. */
export function readFilter(
  text: string,
  columns: readonly TableColumnInfo[],
): { predicate: Predicate; problem: null } | { predicate: null; problem: FilterProblem } {
  if (text.trim() === '') return { predicate: EVERYTHING, problem: null };
  const parsed = parsePredicate(
    text,
    columns.map((column) => column.name),
  );
  if (!parsed.ok) return { predicate: null, problem: asProblem(parsed.error) };
  const [problem] = validatePredicate(parsed.predicate, columns);
  return problem === undefined
    ? { predicate: parsed.predicate, problem: null }
    : { predicate: null, problem: { message: problem.message, position: null } };
}

function asProblem({ message, position }: ParseProblem): FilterProblem {
  return { message, position };
}

/** Filter, sort, columns and the opened statistics of a table, all in the address. */
export function useTableState(columns: readonly TableColumnInfo[]) {
  const { params, replace } = useUrlParams();
  const where = params.get('where') ?? '';
  const { predicate, problem } = useMemo(() => readFilter(where, columns), [where, columns]);
  const sort = readSort(params.get('sort'), columns);
  const chosen = params.get('columns');
  const shown = useMemo(() => {
    if (chosen === null) return columns;
    const places = new Set(chosen.split('.').map(Number));
    const some = columns.filter((_, place) => places.has(place));
    return some.length === 0 ? columns : some;
  }, [chosen, columns]);
  return {
    where,
    predicate: predicate ?? EVERYTHING,
    problem,
    sort,
    shown,
    stats: columns.find((column) => column.name === params.get('stats')) ?? null,
    setWhere: (text: string) => replace({ where: text.trim() === '' ? null : text.trim() }),
    setSort: (next: GridSort | undefined) =>
      replace({ sort: next === undefined ? null : `${next.direction === 'desc' ? '-' : ''}${next.column}` }),
    setColumns: (names: ReadonlySet<string>) =>
      replace({
        columns:
          names.size === columns.length || names.size === 0
            ? null
            : columns.flatMap((column, place) => (names.has(column.name) ? [place] : [])).join('.'),
      }),
    setStats: (name: string | null) => replace({ stats: name }),
    /** What a saved view keeps. */
    saved: { where, sort: params.get('sort') ?? '', columns: chosen ?? '' },
    restore: (saved: { where: string; sort: string; columns: string }) =>
      replace({ where: saved.where, sort: saved.sort, columns: saved.columns }),
  };
}

export type TableState = ReturnType<typeof useTableState>;

function readSort(text: string | null, columns: readonly TableColumnInfo[]): GridSort | undefined {
  if (text === null) return undefined;
  const exact = columns.find((column) => column.name === text);
  if (exact !== undefined) return { column: exact.name, direction: 'asc' };
  const name = text.slice(1);
  return text.startsWith('-') && columns.some((column) => column.name === name)
    ? { column: name, direction: 'desc' }
    : undefined;
}
