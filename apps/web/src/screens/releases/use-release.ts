'use client';

import type { AppRouter } from '@assay/api';
import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';

type Output = inferRouterOutputs<AppRouter>;
export type Release = Output['release']['get'];
export type ListedRelease = Output['release']['list']['releases'][number];
export type ReleaseMark = Output['version']['get']['releases'][number];
export type ReleasePreview = Output['release']['preview'];
export type GuestLink = Output['release']['guestLinks'][number];
export type GuestRelease = Output['guest']['view'];

/** How often a release that others decide about, too, is looked at. */
const DECIDING_MS = 5000;
/** How often a final validation that is under way is asked after. */
const LOOK_MS = 1000;

export const isValidating = ({ status }: { status: string }): boolean =>
  status === 'REQUESTED' || status === 'VALIDATING';

export const releasePath = (releaseId: string): string => `/releases/${releaseId}`;

export const newReleasePath = (projectId: string, versionId: string): string =>
  `/projects/${projectId}/releases/new?version=${versionId}`;

/** A release, live while it is validated, and what the reader may do with it. */
export function useRelease(releaseId: string) {
  const trpc = useTRPC();
  const release = useQuery({
    ...trpc.release.get.queryOptions({ releaseId }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.standing !== 'undecided'
        ? false
        : isValidating(state.data)
          ? LOOK_MS
          : DECIDING_MS,
  });
  return { release, ...useMay(release.data?.projectId) };
}

/** Shows what a decision left: of the release, of its version, and at home. */
export function useReleaseChanged(): () => Promise<unknown> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.release.pathFilter()),
      queryClient.invalidateQueries(trpc.version.pathFilter()),
      queryClient.invalidateQueries(trpc.export.pathFilter()),
      queryClient.invalidateQueries(trpc.home.pathFilter()),
    ]);
}
