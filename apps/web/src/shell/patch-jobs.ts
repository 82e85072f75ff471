import type { AppRouter } from '@assay/api';
import type { QueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { useTRPC } from '~/trpc/client.tsx';

type Output = inferRouterOutputs<AppRouter>['job'];
export type JobRow = Output['list']['jobs'][number];

function isNewer(fresh: JobRow, shown: { revision: number }): boolean {
  return fresh.revision >= shown.revision;
}

type Page = Output['list'];
type Cached = Page | { pages: Page[]; pageParams: unknown[] } | undefined;

/**
 * Puts changed jobs where they are shown. True when a list could now be another one: a job that no list has, or one
 * whose status (by which lists are filtered) has changed.
 */
export function patchJobs(
  queryClient: QueryClient,
  trpc: ReturnType<typeof useTRPC>,
  jobs: readonly JobRow[],
): boolean {
  const fresh = new Map(jobs.map((job) => [job.id, job]));
  const seen = new Set<string>();
  let moved = false;
  const patch = (page: Page): Page => ({
    ...page,
    jobs: page.jobs.map((shown) => {
      const news = fresh.get(shown.id);
      if (news === undefined) return shown;
      seen.add(shown.id);
      if (!isNewer(news, shown)) return shown;
      moved ||= news.status !== shown.status;
      return news;
    }),
  });
  queryClient.setQueriesData<Cached>(trpc.job.list.pathFilter(), (cached) => {
    if (cached === undefined) return cached;
    return 'pages' in cached ? { ...cached, pages: cached.pages.map(patch) } : patch(cached);
  });
  for (const job of jobs) {
    queryClient.setQueryData(trpc.job.get.queryKey({ jobId: job.id }), (shown) =>
      shown !== undefined && isNewer(job, shown) ? { ...shown, ...job } : shown,
    );
  }
  return moved || jobs.some((job) => !seen.has(job.id));
}
