'use client';

import { skipToken } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { TableColumnInfo } from '../data/table-adapter.ts';
import { useAllColumns } from '../data/use-all-columns.ts';
import { useMay } from '../sources/use-source.ts';

/** The columns that conditions can be written over: of the newest run that has rows, else of the newest source. */
export function useScenarioColumns(projectId: string): {
  columns: readonly TableColumnInfo[];
  /** Whose they are; null where the project has no data yet. */
  of: string | null;
  loading: boolean;
} {
  const trpc = useTRPC();
  const { may } = useMay(projectId);
  const runs = useQuery(
    trpc.run.list.queryOptions(may('run.read') ? { projectId, limit: 20 } : skipToken, { staleTime: 30_000 }),
  );
  const made = runs.data?.runs.find((run) => run.rows !== null);
  const run = useQuery(trpc.run.get.queryOptions(made === undefined ? skipToken : { runId: made.id }));
  const noRun = runs.data !== undefined && made === undefined;
  const sources = useQuery(
    trpc.source.list.queryOptions(noRun && may('source.read') ? { projectId, limit: 20 } : skipToken),
  );
  const source = sources.data?.sources.find((each) => each.latest?.status === 'READY');
  const ofSource = useAllColumns(source?.latest?.id ?? null);
  const text = JSON.stringify(run.data?.columns ?? ofSource.data ?? []);
  const columns = useMemo(() => {
    const specs: TableColumnInfo[] = JSON.parse(text);
    return specs.map((column): TableColumnInfo => ({ ...column, maskedReason: null }));
  }, [text]);
  return {
    columns,
    of: columns.length === 0 ? null : (made?.name ?? source?.name ?? null),
    loading: [runs, run, sources, ofSource].some((query) => query.isFetching && query.data === undefined),
  };
}
