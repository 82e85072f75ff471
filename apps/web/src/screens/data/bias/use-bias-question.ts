'use client';

import type { BiasQuestion } from '@assay/contracts';
import { useMemo } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Source, VersionSummary } from '../../sources/use-source.ts';
import { useAllColumns } from '../use-all-columns.ts';

const MOST_GROUPS = 3;
const SEPARATOR = '~';

const list = (text: string | null) => (text === null || text === '' ? [] : text.split(SEPARATOR));

/** What is asked about the groups of a version: in the address, beginning with what the dictionary suggests. */
export function useBiasQuestion(source: Source, version: VersionSummary) {
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const columns = useAllColumns(version.id);
  const populations = useQuery(trpc.population.list.queryOptions({ sourceId: source.id }));
  const groupable = useMemo(
    () => columns.data?.filter((column) => column.type === 'category' || column.type === 'boolean') ?? [],
    [columns.data],
  );
  const targetColumn = columns.data?.find((column) => column.role === 'target') ?? null;
  const exists = (name: string) => groupable.some((column) => column.name === name);
  const suggested = groupable.find(
    (column) => column.role === 'sensitive' || /^(sex|gender|race|ethnicity)$/i.test(column.name),
  );
  const chosen = list(params.get('groups')).filter(exists).slice(0, MOST_GROUPS);
  const groups = params.get('groups') === null && suggested !== undefined ? [suggested.name] : chosen;
  const asked = params.get('target');
  const target =
    asked === null
      ? targetColumn !== null && exists(targetColumn.name)
        ? targetColumn.name
        : null
      : exists(asked)
        ? asked
        : null;
  const remembered = columns.data?.find((column) => column.name === target)?.favourable ?? [];
  const favourable = params.get('favourable') === null ? remembered : list(params.get('favourable'));
  const fits = (each: { columns: string[] }) =>
    each.columns.length === groups.length && each.columns.every((name, place) => name === groups[place]);
  const fitting = (populations.data ?? []).filter(fits);
  const wanted = params.get('population');
  const population =
    wanted === 'none' ? null : (fitting.find((each) => each.id === wanted) ?? fitting[0] ?? null);
  const question: BiasQuestion | null =
    groups.length === 0
      ? null
      : {
          groups,
          target: favourable.length === 0 ? null : target,
          favourable: target === null ? [] : [...favourable],
        };
  return {
    columns: columns.data,
    groupable,
    groups,
    target,
    targetColumn,
    favourable,
    remembered,
    fitting,
    population,
    populations: populations.data ?? [],
    question,
    setGroups: (names: readonly string[]) =>
      replace({
        groups: names.length === 0 ? SEPARATOR : names.slice(-MOST_GROUPS).join(SEPARATOR),
        population: null,
      }),
    setTarget: (name: string) => replace({ target: name === '' ? 'none' : name, favourable: null }),
    setFavourable: (values: readonly string[]) =>
      replace({ favourable: values.length === 0 ? SEPARATOR : values.join(SEPARATOR) }),
    setPopulation: (id: string) => replace({ population: id === '' ? 'none' : id }),
    usePopulation: (table: { id: string; columns: string[] }) =>
      replace({ groups: table.columns.join(SEPARATOR), population: table.id }),
  };
}

export type BiasAsked = ReturnType<typeof useBiasQuestion>;
