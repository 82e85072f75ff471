'use client';

import { skipToken } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useAllColumns } from '../../data/use-all-columns.ts';
import { useMay } from '../../sources/use-source.ts';

const ColumnNames = createContext<readonly string[]>([]);

/** Names of columns that the project's rows have, to choose from; none where the reader may not see its sources. */
export function useColumnNames(): readonly string[] {
  return useContext(ColumnNames);
}

/** Offers the columns of the three newest sources of a project to the fields inside. */
export function ProjectColumnNames({ projectId, children }: { projectId: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { may } = useMay(projectId);
  const sources = useQuery(
    trpc.source.list.queryOptions(may('source.read') ? { projectId, limit: 50 } : skipToken),
  );
  const [first, second, third] = (sources.data?.sources ?? []).flatMap((source) =>
    source.latest?.status === 'READY' ? [source.latest.id] : [],
  );
  const one = useAllColumns(first ?? null).data;
  const two = useAllColumns(second ?? null).data;
  const three = useAllColumns(third ?? null).data;
  const names = useMemo(
    () => [...new Set([one, two, three].flatMap((columns) => (columns ?? []).map(({ name }) => name)))],
    [one, two, three],
  );
  return <ColumnNames.Provider value={names}>{children}</ColumnNames.Provider>;
}
