'use client';

import { Card, EmptyState, SkeletonRows, StatusBadge, TextLink, TimeAgo, UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from './project-types.ts';

const SHOWN = 6;
const tones = {
  QUEUED: 'neutral',
  RUNNING: 'info',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  CANCELLED: 'warn',
} as const;

/** The newest jobs of one project; they change while they run. */
export function ProjectJobsCard({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const kinds = useTranslations('jobKinds');
  const trpc = useTRPC();
  const { path } = useOrg();
  const jobs = useQuery(trpc.job.list.queryOptions({ projectId: project.id, limit: SHOWN }));
  return (
    <Card
      title={t('recentJobs')}
      actions={
        <TextLink href={path(`/jobs?project=${project.id}`)} className="text-sm">
          {t('allJobs')}
        </TextLink>
      }
      flush
    >
      <QueryState query={jobs} loading={<SkeletonRows rows={3} />}>
        {(data) =>
          data.jobs.length === 0 ? (
            <EmptyState compact title={t('noJobs')} description={t('noJobsBody')} />
          ) : (
            <ul className="divide-y divide-line">
              {data.jobs.map((job) => (
                <li key={job.id}>
                  <UiLink
                    href={path(`/jobs/${job.id}`)}
                    className="ring-inside flex flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm hover:bg-hover sm:px-5"
                  >
                    <span className="min-w-0 flex-1 basis-48 font-medium">
                      {kinds.has(job.kind as never) ? kinds(job.kind as never) : job.kind}
                    </span>
                    <StatusBadge tone={tones[job.status]} pulse={job.status === 'RUNNING'}>
                      {t(`jobStatus.${job.status}`)}
                    </StatusBadge>
                    <TimeAgo
                      at={job.finishedAt ?? job.createdAt}
                      className="w-24 text-right text-xs text-fg-muted"
                    />
                  </UiLink>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  );
}
