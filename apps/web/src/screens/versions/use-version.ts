'use client';

import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';

type Output = inferRouterOutputs<AppRouter>;
export type VersionView = Output['version']['get'];
export type VersionContent = NonNullable<VersionView['content']>;
export type ListedVersion = Output['version']['list']['versions'][number];
export type VersionRef = Output['version']['refs']['refs'][number];
export type ExportView = Output['export']['list']['exports'][number];
export type Comparison = Output['version']['compare'];
export type Counts = Output['version']['preview'];

/** How often what is being made is asked after. */
export const LOOK_MS = 1000;

export const isBeingMade = ({ status }: { status: string }): boolean =>
  status === 'QUEUED' || status === 'RUNNING';

/** The address of a version's page, or of one of its rooms. */
export const versionPath = (projectId: string, versionId: string, room = ''): string =>
  `/projects/${projectId}/versions/${versionId}${room}`;

/** A version, live while it is made, and what the reader may do with it. */
export function useVersion(versionId: string) {
  const trpc = useTRPC();
  const version = useQuery({
    ...trpc.version.get.queryOptions({ versionId }),
    refetchInterval: ({ state }) => (state.data !== undefined && isBeingMade(state.data) ? LOOK_MS : false),
  });
  return { version, ...useMay(version.data?.projectId) };
}
