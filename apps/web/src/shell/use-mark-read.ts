'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '~/trpc/client.tsx';

/** Marks notifications as read; null marks all. */
export function useMarkRead() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.notification.markRead.mutationOptions({
      onSuccess: (answer) => {
        queryClient.setQueryData(trpc.notification.unreadCount.queryKey(), answer);
        void queryClient.invalidateQueries(trpc.notification.list.pathFilter());
        void queryClient.invalidateQueries(trpc.home.pathFilter());
      },
    }),
  );
}
