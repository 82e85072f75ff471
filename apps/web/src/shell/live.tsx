'use client';

import type { AppRouter } from '@assay/api';
import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { type JobRow, patchJobs } from './patch-jobs.ts';

type Unread = inferRouterOutputs<AppRouter>['notification']['unreadCount'];
type News =
  | { kind: 'jobs'; jobs: JobRow[] }
  | { kind: 'notifications'; unread: number }
  | { kind: 'labelSchemas'; labelSchemaIds: string[] }
  | { kind: 'all' };

const ENDED = new Set<JobRow['status']>(['SUCCEEDED', 'FAILED', 'CANCELLED']);
/** Before a stream that the server ended (it stops, or the person's roles changed) is asked for again. */
const PAUSE_MS = 2000;

const Migrations = createContext<Set<() => void>>(new Set());

/** Calls back when label schemas were migrated, or may have been while the connection was lost. */
export function useLabelSchemaNews(heard: () => void): void {
  const listeners = useContext(Migrations);
  useEffect(() => {
    listeners.add(heard);
    return () => {
      listeners.delete(heard);
    };
  }, [listeners, heard]);
}

/**
 * The one stream of this page: news of jobs, notifications and migrations of label schemas. What is shown of jobs is changed in place; when one
 * ends, everything that it may have changed is read again.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [migrations] = useState(() => new Set<() => void>());

  const onNews = (news: News) => {
    if (news.kind === 'all' || news.kind === 'labelSchemas') {
      // Labels are shown and counted nearly everywhere.
      void queryClient.invalidateQueries();
      for (const heard of migrations) heard();
    }
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
  return <Migrations value={migrations}>{children}</Migrations>;
}
