'use client';

import {
  Card,
  DataTable,
  EmptyState,
  formatDuration,
  LinkButton,
  PageHeader,
  Pagination,
  SkeletonRows,
  StatusBadge,
  type TableColumn,
  TextLink,
  TimeAgo,
  useUi,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { ListTodo } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import type { JobRow } from '~/shell/patch-jobs.ts';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobActions } from './job-actions.tsx';
import { JobBar } from './job-bar.tsx';
import { JobFilters, useJobFilters } from './job-filters.tsx';
import { useJobWords } from './use-job-words.ts';

const PAGE = 25;

/** The jobs that the person may see, newest first, each as it moves. */
export function JobList() {
  const t = useTranslations('jobs');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { path } = useOrg();
  const crumbs = useCrumbs();
  const words = useJobWords();
  const filters = useJobFilters();
  const { replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const query = useQuery({
    ...trpc.job.list.queryOptions({ ...filters, limit: PAGE, cursor }),
    placeholderData: keepPreviousData,
  });
  // The filters read the same list: one request.
  const projects = useQuery(trpc.project.list.queryOptions({ limit: 200 }));
  const projectNames = new Map(projects.data?.projects.map((each) => [each.id, each.name]));
  const isFiltered = Object.keys(filters).length > 0;
  const columns: TableColumn<JobRow>[] = [
    {
      id: 'what',
      header: t('what'),
      cell: (job) => (
        <span className="flex flex-col items-start max-sm:items-end max-sm:text-right">
          <TextLink href={path(`/jobs/${job.id}`)}>{words.kind(job.kind)}</TextLink>
          {job.projectId === null ? null : (
            <span className="max-w-xs text-xs font-normal text-fg-secondary wrap-anywhere">
              {projectNames.get(job.projectId)}
            </span>
          )}
          {job.failure === null || job.status !== 'FAILED' ? null : (
            <span className="max-w-xs text-xs font-normal text-fg-muted wrap-anywhere">
              {job.failure.message}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      cell: (job) => {
        const state = words.status(job);
        return (
          <StatusBadge tone={state.tone} pulse={state.pulse}>
            {state.text}
          </StatusBadge>
        );
      },
    },
    { id: 'progress', header: t('progress'), className: 'sm:w-56', cell: (job) => <JobCell job={job} /> },
    { id: 'by', header: t('orderedBy'), className: 'sm:min-w-36', cell: (job) => job.orderedBy?.name ?? '' },
    {
      id: 'when',
      header: t('when'),
      className: 'whitespace-nowrap text-fg-secondary',
      cell: (job) => <TimeAgo at={job.createdAt} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: t('title') }])}
      >
        <JobFilters />
      </PageHeader>
      <QueryState
        query={query}
        loading={
          <Card flush>
            <SkeletonRows rows={6} />
          </Card>
        }
      >
        {({ jobs, cursor: next }) => (
          <>
            <Card flush>
              <DataTable
                caption={t('list')}
                columns={columns}
                rows={jobs}
                rowKey={(job) => job.id}
                narrow="cards"
                rowActionsLabel={common('actions')}
                rowActions={(job) => <JobActions job={job} />}
                empty={
                  isFiltered ? (
                    <EmptyState
                      icon={<ListTodo aria-hidden />}
                      title={t('noneTitle')}
                      description={t('noneBody')}
                      action={
                        <LinkButton
                          href={path('/jobs')}
                          onClick={() => replace({ kind: null, status: null, project: null, after: null })}
                        >
                          {t('clearFilters')}
                        </LinkButton>
                      }
                    />
                  ) : (
                    <EmptyState
                      icon={<ListTodo aria-hidden />}
                      title={t('emptyTitle')}
                      description={t('emptyBody')}
                      action={
                        <LinkButton variant="primary" href={path('/projects')}>
                          {t('emptyAction')}
                        </LinkButton>
                      }
                    />
                  )
                }
              />
            </Card>
            {cursor === null && next === null ? null : (
              <div className="mt-4">
                <Pagination {...pages(next)} />
              </div>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

/** While it works, how far it is; afterwards, how long it took. */
function JobCell({ job }: { job: JobRow }) {
  const t = useTranslations('jobs');
  const { locale } = useUi();
  if (job.finishedAt === null) {
    return (
      <div className="max-sm:w-48">
        <JobBar job={job} />
      </div>
    );
  }
  if (job.startedAt === null) return null;
  const time = Date.parse(job.finishedAt) - Date.parse(job.startedAt);
  return (
    <span className="text-sm text-fg-secondary">
      {t(job.status === 'SUCCEEDED' ? 'took' : 'ranFor', { time: formatDuration(time, locale) })}
    </span>
  );
}
