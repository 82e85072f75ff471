'use client';

import { NO_OWN_KEYS, type WorkbenchKeys } from '@assay/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

export type OwnKeys = {
  /** As this person chose them; nothing chosen until they are read. */
  document: WorkbenchKeys;
  /** Are they known, or is it known that they cannot be read? */
  isReady: boolean;
  isUnread: boolean;
  /** Chosen here, and not on the server yet. */
  isWaiting: boolean;
  error: unknown;
  choose: (document: WorkbenchKeys) => void;
};

/** The keys of this person: they hold at once when they are chosen, and are kept on the server behind that. */
export function useOwnKeys(): OwnKeys {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const cache = useQueryClient();
  const asked = trpc.setting.keys.queryOptions();
  const { queryKey } = asked;
  const kept = useQuery(asked);
  const save = useMutation({
    // One after another: each names the revision that the one before it left.
    scope: { id: 'workbench-keys' },
    mutationFn: async () => {
      const now = cache.getQueryData(queryKey);
      if (now === undefined) return;
      const { revision } = await api.setting.saveKeys.mutate(now);
      cache.setQueryData(queryKey, (held) => (held === undefined ? held : { ...held, revision }));
    },
    // What the server has holds again.
    onError: () => cache.invalidateQueries({ queryKey }),
  });
  return {
    document: kept.data?.document ?? NO_OWN_KEYS,
    isReady: kept.data !== undefined || kept.isError,
    isUnread: kept.isError && kept.data === undefined,
    isWaiting: save.isPaused,
    error: save.error,
    choose: (document) => {
      void cache.cancelQueries({ queryKey });
      cache.setQueryData(queryKey, (held) => (held === undefined ? held : { ...held, document }));
      save.mutate();
    },
  };
}
