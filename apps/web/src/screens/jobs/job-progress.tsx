'use client';

import { Callout, Skeleton, StatusBadge, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { JobRow } from '~/shell/patch-jobs.ts';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobActions } from './job-actions.tsx';
import { JobBar } from './job-bar.tsx';
import { useJobWords } from './use-job-words.ts';

/**
 * One job where it matters, kept up to date by the page's stream: its status, how far it is, what stopped it, and the
 * way to cancel it or to open it again. `onEnd` is told once when it ends while the component is mounted.
 */
export function JobProgress({
  jobId,
  title,
  onEnd,
}: {
  jobId: string;
  title?: string | undefined;
  onEnd?: ((job: JobRow) => void) | undefined;
}) {
  const t = useTranslations('jobs');
  const trpc = useTRPC();
  const { path } = useOrg();
  const words = useJobWords();
  const { data: job, error } = useQuery(trpc.job.get.queryOptions({ jobId }));
  const told = useRef<string | null>(null);
  const latest = useRef(onEnd);
  latest.current = onEnd;
  const status = job?.status;
  useEffect(() => {
    if (job === undefined || status === undefined) return;
    const ended = status === 'SUCCEEDED' || status === 'FAILED' || status === 'CANCELLED';
    if (told.current === jobId || !ended) return;
    told.current = jobId;
    latest.current?.(job);
  }, [job, status, jobId]);
  if (job === undefined)
    return error === null ? <Skeleton className="h-16" /> : <RefusalCallout error={error} />;
  const state = words.status(job);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <TextLink href={path(`/jobs/${job.id}`)}>{title ?? words.kind(job.kind)}</TextLink>
          <span role="status">
            <StatusBadge tone={state.tone} pulse={state.pulse}>
              {state.text}
            </StatusBadge>
          </span>
        </div>
        <JobActions job={job} />
      </div>
      <JobBar job={job} />
      {job.failure === null || job.status === 'SUCCEEDED' ? null : (
        <Callout
          tone={job.status === 'FAILED' ? 'bad' : 'warn'}
          title={job.status === 'FAILED' ? job.failure.message : t('detail.lastFailure')}
        >
          {job.status === 'FAILED'
            ? [job.failure.kept, job.failure.next].filter((text) => text !== null).join(' ')
            : job.failure.message}
        </Callout>
      )}
    </div>
  );
}
