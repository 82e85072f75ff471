'use client';

import { mentionLabels, storeMentions } from '@assay/domain';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Store } from './comment-item.tsx';
import type { Subject } from './comment-types.ts';

/** Written here and not yet answered by the server. */
export type Pending = { key: number; threadId: string | null; text: string };

let keys = 0;

/** Writes comments: each is shown at once, and taken away again when the server refuses it. */
export function useComments(subject: Subject, mayWrite: boolean) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const start = useMutation(trpc.comment.start.mutationOptions());
  const reply = useMutation(trpc.comment.reply.mutationOptions());
  const mentionable = useQuery({
    ...trpc.comment.people.queryOptions(mayWrite ? subject : skipToken),
    staleTime: 60_000,
  });
  const people = mentionLabels(mentionable.data?.people ?? []);
  /** A text as it is stored. Who sends before it is known who can be mentioned waits for that: a call by name is not lost. */
  const store: Store = async (text, also = []) => {
    if (!text.includes('@')) return text.trim();
    const found = await queryClient.ensureQueryData(trpc.comment.people.queryOptions(subject));
    return storeMentions(text, [...mentionLabels(found.people), ...also]).trim();
  };
  const reload = async () => {
    // A first answer that is still on its way may be of before the change, and would be waited for as if it were newer.
    await queryClient.cancelQueries(trpc.comment.threads.pathFilter());
    await queryClient.invalidateQueries(trpc.comment.pathFilter());
  };
  const write = async (
    threadId: string | null,
    text: string,
    regionId: string | null = null,
  ): Promise<void> => {
    keys += 1;
    const mine = { key: keys, threadId, text: text.trim() };
    setPending((all) => [...all, mine]);
    try {
      const stored = await store(text);
      if (threadId === null) await start.mutateAsync({ ...subject, regionId, text: stored });
      else await reply.mutateAsync({ threadId, text: stored });
      await reload();
    } finally {
      setPending((all) => all.filter((each) => each.key !== mine.key));
    }
  };
  return { people, pending, store, write, reload };
}
