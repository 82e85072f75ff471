'use client';

import type { AppRouter } from '@assay/api';
import type { MetricId } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';
import { useMemo } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

export type Measurement = inferRouterOutputs<AppRouter>['measurement']['latest']['measurements'][number];

/** A slice as a key that does not depend on the order of its parts. */
const keyOf = (metric: string, slice: Readonly<Record<string, unknown>>) =>
  `${metric} ${JSON.stringify(Object.entries(slice).sort(([a], [b]) => (a < b ? -1 : 1)))}`;

/** The newest measurements of a version or a report (all where none are named); `find` gives one of them. */
export function useMeasurements(
  subjectId: string,
  metrics: readonly MetricId[] | undefined,
  subjectType: 'sourceVersion' | 'report' = 'sourceVersion',
) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.measurement.latest.queryOptions({
      subjectType,
      subjectId,
      ...(metrics === undefined ? {} : { metrics: [...metrics] }),
    }),
  );
  const byKey = useMemo(() => {
    const found = new Map<string, Measurement>();
    for (const each of query.data?.measurements ?? []) {
      found.set(keyOf(each.metric, Object(each.slice)), each);
    }
    return found;
  }, [query.data]);
  return {
    find: (metric: MetricId, slice: Readonly<Record<string, unknown>> = {}) =>
      byKey.get(keyOf(metric, slice)),
  };
}
