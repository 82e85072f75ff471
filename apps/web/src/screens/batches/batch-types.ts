'use client';

import type { AppRouter } from '@assay/api';
import type { BatchStatus } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';

type Output = inferRouterOutputs<AppRouter>['batch'];
export type ListedBatch = Output['list']['batches'][number];
export type BatchView = Output['get'];
export type BatchForecast = Output['forecast'];
export type BatchWorker = Output['workers'][number];
export type BatchTask = Output['tasks']['tasks'][number];

/** How often a batch that changes is asked after: people submit at any moment, and managers see it within seconds. */
export const LOOK_MS = 2000;

const ENDED: readonly BatchStatus[] = ['DONE', 'CANCELLED', 'FAILED'];

/** Does it change by itself while one looks? */
export const isLive = (status: BatchStatus): boolean => !ENDED.includes(status);

/** Turns of a batch: those that ended with an answer or a reason, of all that were not taken away. */
export function progressOf({ open, leased, submitted, skipped }: ListedBatch['tasks']): {
  done: number;
  total: number;
} {
  const done = submitted + skipped;
  return { done, total: done + open + leased };
}

/** A batch, live while it changes, and what the reader may do with it. */
export function useBatch(batchId: string) {
  const trpc = useTRPC();
  const batch = useQuery({
    ...trpc.batch.get.queryOptions({ batchId }),
    // One that failed is made anew as soon as somebody opens its job again.
    refetchInterval: ({ state }) =>
      state.data !== undefined && (isLive(state.data.status) || state.data.status === 'FAILED')
        ? LOOK_MS
        : false,
  });
  return { batch, ...useMay(batch.data?.projectId) };
}
