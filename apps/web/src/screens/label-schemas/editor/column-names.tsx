'use client';

import { skipToken } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useAllColumns } from '../../data/use-all-columns.ts';
import { useMay } from '../../sources/use-source.ts';

const ColumnNames = createContext<readonly string[] | null>(null);

/**
 * Names of columns that the project's rows have, to choose from; none where the reader may not see its sources, null
 * while they are not known.
 */
export function useColumnNames(): readonly string[] | null {
  return useContext(ColumnNames);
}

/** Offers the columns of the three newest sources of a project to the fields inside. */
export function ProjectColumnNames({ projectId, children }: { projectId: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { may, mayNot } = useMay(projectId);
  const sources = useQuery(
    trpc.source.list.queryOptions(may('source.read') ? { projectId, limit: 50 } : skipToken),
  );
  const ready = (sources.data?.sources ?? []).flatMap((source) =>
    source.latest?.status === 'READY' ? [source.latest.id] : [],
  );
  const [first = null, second = null, third = null] = ready;
  const one = useAllColumns(first);
  const two = useAllColumns(second);
  const three = useAllColumns(third);
  const isSettled =
    mayNot('source.read') ||
    sources.isError ||
    (sources.data !== undefined &&
      [one, two, three].slice(0, ready.length).every((each) => each.data !== undefined || each.isError));
  const names = useMemo(
    () =>
      isSettled
        ? [...new Set([one.data, two.data, three.data].flatMap((all) => (all ?? []).map(({ name }) => name)))]
        : null,
    [isSettled, one.data, two.data, three.data],
  );
  return <ColumnNames.Provider value={names}>{children}</ColumnNames.Provider>;
}
