'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';

const HEARTBEAT_MS = 60_000;

/**
 * Holds a sample while its page is open: nobody else decides about it. It is given back when the page is left, unless
 * it was decided.
 */
export function useTurn({
  projectId,
  itemId,
  wanted,
}: {
  projectId: string;
  itemId: string;
  wanted: boolean;
}) {
  const trpc = useTRPC();
  const open = useMutation(trpc.review.open.mutationOptions());
  const renew = useMutation(trpc.review.renew.mutationOptions());
  const release = useMutation(trpc.review.release.mutationOptions());
  const [leaseId, setLeaseId] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const held = useRef<string | null>(null);
  const acts = useRef({ open, renew, release });
  acts.current = { open, renew, release };
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    setError(null);
    acts.current.open.mutateAsync({ reviewItemId: itemId }).then(
      (turn) => {
        if (gone) acts.current.release.mutate({ projectId, leaseId: turn.leaseId });
        else {
          held.current = turn.leaseId;
          setLeaseId(turn.leaseId);
        }
      },
      (refused: unknown) => setError(refused),
    );
    const timer = setInterval(() => {
      if (held.current !== null) acts.current.renew.mutate({ projectId, leaseId: held.current });
    }, HEARTBEAT_MS);
    return () => {
      gone = true;
      clearInterval(timer);
      if (held.current !== null) acts.current.release.mutate({ projectId, leaseId: held.current });
      held.current = null;
      setLeaseId(null);
    };
  }, [projectId, itemId, wanted]);
  return {
    leaseId,
    error,
    /** It was decided: there is nothing to give back. */
    ended: () => {
      held.current = null;
    },
  };
}
