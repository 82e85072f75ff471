'use client';

import type { AppRouter } from '@assay/api';
import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { type JobRow, patchJobs } from './patch-jobs.ts';

type Unread = inferRouterOutputs<AppRouter>['notification']['unreadCount'];
type News = { kind: 'jobs'; jobs: JobRow[] } | { kind: 'notifications'; unread: number } | { kind: 'all' };

const ENDED = new Set<JobRow['status']>(['SUCCEEDED', 'FAILED', 'CANCELLED']);
/** Before a stream that the server ended (it stops, or the person's roles changed) is asked for again. */
const PAUSE_MS = 2000;

/**
 * The one stream of this page: news of jobs and notifications. What is shown of jobs is changed in place; when one
 * ends, everything that it may have changed is read again.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();

  const onNews = (news: News) => {
    if (news.kind === 'all') void queryClient.invalidateQueries();
    if (news.kind === 'notifications') {
      const before = queryClient.getQueryData(trpc.notification.unreadCount.queryKey());
      queryClient.setQueryData(trpc.notification.unreadCount.queryKey(), { unread: news.unread } as Unread);
      if (before !== undefined && before.unread !== news.unread) {
        void queryClient.invalidateQueries(trpc.notification.list.pathFilter());
        // What one is told of (somebody joined, a role changed) is shown elsewhere too.
        for (const shown of [trpc.comment, trpc.member, trpc.project, trpc.home]) {
          void queryClient.invalidateQueries(shown.pathFilter());
        }
      }
    }
    if (news.kind === 'jobs') {
      const unknown = patchJobs(queryClient, trpc, news.jobs);
      if (unknown) {
        void queryClient.invalidateQueries(trpc.job.list.pathFilter());
        void queryClient.invalidateQueries(trpc.job.counts.pathFilter());
      }
      if (news.jobs.some((job) => ENDED.has(job.status))) void queryClient.invalidateQueries();
    }
  };

  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    let stopped = false;
    let starts = 0;
    let again: ReturnType<typeof setTimeout> | undefined;
    let stream: { unsubscribe: () => void } | undefined;
    const listen = () => {
      stream = client.job.watch.subscribe(undefined, {
        onStarted: () => {
          // What happened while the connection was lost is not told again.
          starts += 1;
          if (starts > 1) latest.current({ kind: 'all' });
        },
        onData: (news) => latest.current(news),
        onComplete: askAnew,
        onError: askAnew,
      });
    };
    const askAnew = () => {
      if (!stopped) again = setTimeout(listen, PAUSE_MS);
    };
    listen();
    return () => {
      stopped = true;
      clearTimeout(again);
      stream?.unsubscribe();
    };
  }, [client]);
  return children;
}
