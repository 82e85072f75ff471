'use client';

import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import type { CoveredItem, FoundBefore } from './scenario-types.ts';

const SUBJECT = /^(run|version):([0-9a-f-]{36})$/;
/** Runs and versions that are offered. */
const MOST = 50;

/**
 * How far the rows of a run or of a version cover the list as it stands: of the one that the address names, else of
 * the newest run. Nothing is asked by those who may not read reports, or while an older version is looked at.
 */
export function useCoverage(projectId: string, asked: boolean) {
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const { may } = useMay(projectId);
  const reads = asked && may('report.read') && may('run.read');
  const runs = useQuery(trpc.run.list.queryOptions(reads ? { projectId, limit: MOST } : skipToken));
  const versions = useQuery(
    trpc.version.list.queryOptions(reads && may('version.read') ? { projectId, limit: MOST } : skipToken),
  );
  const withRows = (runs.data?.runs ?? []).filter((run) => run.rows !== null);
  const ready = (versions.data?.versions ?? []).filter((version) => version.status === 'READY');
  const named = SUBJECT.exec(params.get('of') ?? '');
  const newest = withRows[0]?.id;
  const [kind, id] = named === null ? ['run', newest] : [named[1], named[2]];
  const of =
    id === undefined
      ? null
      : kind === 'version'
        ? ({ kind: 'version', versionId: id } as const)
        : ({ kind: 'run', runId: id } as const);
  const cover = useQuery({
    ...trpc.scenario.cover.queryOptions(reads && of !== null ? { projectId, of } : skipToken),
    placeholderData: keepPreviousData,
    // Rows of a run never change, and each change of the list asks anew: counting a million rows takes seconds.
    staleTime: 300_000,
  });
  const history = useQuery(trpc.scenario.history.queryOptions(reads ? { projectId } : skipToken));
  const scenarios = cover.data?.scenarios ?? null;
  const items = useMemo(
    () => new Map((scenarios?.items ?? []).map((item): [string, CoveredItem] => [item.scenario.id, item])),
    [scenarios],
  );
  const before = useMemo(() => {
    const byScenario = new Map<string, FoundBefore[]>();
    for (const each of history.data?.found ?? []) {
      byScenario.set(each.scenarioId, [...(byScenario.get(each.scenarioId) ?? []), each]);
    }
    return byScenario;
  }, [history.data]);
  return {
    reads,
    runs: withRows,
    versions: ready,
    of,
    /** The recipe that made the rows that are counted; null where they are of a version or have none. */
    recipeId: of?.kind === 'run' ? (withRows.find((run) => run.id === of.runId)?.recipe?.id ?? null) : null,
    choose: (value: string) => replace({ of: value }),
    scenarios,
    item: (scenarioId: string) => items.get(scenarioId) ?? null,
    before: (scenarioId: string) => before.get(scenarioId) ?? [],
    loading: reads && (runs.isPending || (of !== null && cover.isPending)),
    counting: cover.isFetching,
    error: runs.error ?? cover.error ?? history.error,
    retry: () => void Promise.all([runs.refetch(), cover.refetch(), history.refetch()]),
  };
}

export type Coverage = ReturnType<typeof useCoverage>;
