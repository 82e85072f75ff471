'use client';

import type { AppRouter } from '@assay/api';
import type { Permission } from '@assay/contracts';
import { skipToken, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

type Output = inferRouterOutputs<AppRouter>;
export type Source = Output['source']['get'];
export type VersionSummary = Source['versions'][number];
export type SourceVersion = Output['sourceVersion']['get'];
export type Project = Output['project']['get'];

/** What the reader may do in a project. Until the project is known nothing is offered, and nothing is denied. */
export function useMay(projectId: string | undefined) {
  const trpc = useTRPC();
  const project = useQuery(
    trpc.project.get.queryOptions(projectId === undefined ? skipToken : { projectId }),
  );
  return {
    project: project.data,
    may: (permission: Permission) => project.data?.permissions.includes(permission) ?? false,
    mayNot: (permission: Permission) =>
      project.data !== undefined && !project.data.permissions.includes(permission),
  };
}

/** A source and what the reader may do with it. */
export function useSource(sourceId: string) {
  const trpc = useTRPC();
  const source = useQuery(trpc.source.get.queryOptions({ sourceId }));
  return { source, ...useMay(source.data?.projectId) };
}

/**
 * After a change of the source was saved: what was sent is shown, and the next save of this page goes on from the
 * revision that it left, also before the source was read again.
 */
export function useSourceSaved(
  sourceId: string,
): (revision: number, changed: (source: Source) => Partial<Source>) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (revision, changed) => {
    queryClient.setQueryData(trpc.source.get.queryKey({ sourceId }), (known) =>
      known === undefined || known.revision > revision
        ? known
        : { ...known, ...changed(known), revision: revision + 1 },
    );
    return queryClient.invalidateQueries(trpc.source.pathFilter());
  };
}
