'use client';

import type { AppRouter } from '@assay/api';
import { skipToken } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPCClient } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

export type ColumnInfo = inferRouterOutputs<AppRouter>['sourceVersion']['columns']['columns'][number];

const PAGE = 1000;

/** Every column of a version with its dictionary, whatever their number; a page after the other. None of no version. */
export function useAllColumns(versionId: string | null) {
  const client = useTRPCClient();
  return useQuery({
    // Beside the pages of the route, so that an edit of the dictionary makes this stale as well.
    queryKey: [['sourceVersion', 'columns'], { input: { versionId, all: true }, type: 'query' }],
    queryFn:
      versionId === null
        ? skipToken
        : async () => {
            const all: ColumnInfo[] = [];
            for (;;) {
              const { columns, total } = await client.sourceVersion.columns.query({
                versionId,
                offset: all.length,
                limit: PAGE,
              });
              all.push(...columns);
              if (all.length >= total || columns.length === 0) return all;
            }
          },
    staleTime: 60_000,
  });
}
