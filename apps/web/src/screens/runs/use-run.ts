'use client';

import type { AppRouter } from '@assay/api';
import { isRunOpen } from '@assay/domain';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';

type Output = inferRouterOutputs<AppRouter>['run'];
export type RunView = Output['get'];
export type ListedRun = Output['list']['runs'][number];

/** How often a run under way is asked after: its progress is a sum over jobs that no single one tells. */
const LOOK_MS = 1000;

/** Has this run work before it? Rows that rules made alone end without a report. */
export const isUnderWay = (run: Pick<ListedRun, 'status' | 'finishedAt'>): boolean =>
  isRunOpen(run.status) && run.finishedAt === null;

/** A run, live while it is under way, and what the reader may do with it. */
export function useRun(runId: string) {
  const trpc = useTRPC();
  const run = useQuery({
    ...trpc.run.get.queryOptions({ runId }),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? LOOK_MS : false),
  });
  return { run, ...useMay(run.data?.projectId) };
}
