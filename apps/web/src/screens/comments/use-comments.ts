'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import type { Subject } from './comment-types.ts';

/** Written here and not yet answered by the server. */
export type Pending = { key: number; threadId: string | null; text: string };

let keys = 0;

/** Writes comments: each is shown at once, and taken away again when the server refuses it. */
export function useComments(subject: Subject) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const start = useMutation(trpc.comment.start.mutationOptions());
  const reply = useMutation(trpc.comment.reply.mutationOptions());
  const reload = () => queryClient.invalidateQueries(trpc.comment.pathFilter());
  const write = async (threadId: string | null, text: string): Promise<void> => {
    keys += 1;
    const mine = { key: keys, threadId, text };
    setPending((all) => [...all, mine]);
    try {
      if (threadId === null) await start.mutateAsync({ ...subject, text });
      else await reply.mutateAsync({ threadId, text });
      await reload();
    } finally {
      setPending((all) => all.filter((each) => each.key !== mine.key));
    }
  };
  return { pending, write, reload };
}
