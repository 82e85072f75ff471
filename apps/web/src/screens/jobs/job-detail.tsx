'use client';

import type { AppRouter } from '@assay/api';
import {
  Callout,
  Card,
  CopyButton,
  DataTable,
  DateTime,
  formatDuration,
  KeyValue,
  type KeyValueItem,
  NumberText,
  PageHeader,
  StatusBadge,
  TextLink,
  useUi,
} from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobActions } from './job-actions.tsx';
import { JobBar } from './job-bar.tsx';
import { subjectPath, useJobWords } from './use-job-words.ts';

type Job = inferRouterOutputs<AppRouter>['job']['get'];

/** One job: where it stands, what it left, what stopped it, and when each step was finished. */
export function JobDetail({ jobId }: { jobId: string }) {
  const t = useTranslations('jobs');
  const trpc = useTRPC();
  const query = useQuery(trpc.job.get.queryOptions({ jobId }));
  return (
    <QueryState query={query} title={t('title')}>
      {(job) => <JobPage job={job} />}
    </QueryState>
  );
}

function JobPage({ job }: { job: Job }) {
  const t = useTranslations('jobs');
  const { path } = useOrg();
  const crumbs = useCrumbs();
  const words = useJobWords();
  const state = words.status(job);
  const kind = words.kind(job.kind);
  const failed = job.status === 'FAILED' && job.failure !== null;
  return (
    <>
      <PageHeader
        title={kind}
        breadcrumbs={crumbs([{ label: t('title'), href: path('/jobs') }, { label: kind }])}
        badges={
          <span role="status">
            <StatusBadge tone={state.tone} pulse={state.pulse}>
              {state.text}
            </StatusBadge>
          </span>
        }
        actions={<JobActions job={job} size="md" />}
      />
      <div className="space-y-6">
        {job.status === 'SUCCEEDED' || (job.finishedAt !== null && job.total === null) ? null : (
          <Card>
            <JobBar job={job} />
          </Card>
        )}
        {failed ? (
          <Callout tone="bad" title={job.failure?.message}>
            <dl className="space-y-2">
              <FailurePart label={t('detail.kept')} text={job.failure?.kept ?? null} />
              <FailurePart label={t('detail.next')} text={job.failure?.next ?? null} />
            </dl>
          </Callout>
        ) : job.failure === null || job.status === 'SUCCEEDED' ? null : (
          <Callout tone="warn" title={t('detail.lastFailure')}>
            {job.failure.message}
          </Callout>
        )}
        <div className="grid gap-6 lg:grid-cols-2">
          <Card title={t('detail.about')}>
            <KeyValue items={useFacts(job)} />
            <p className="pt-3 text-sm">
              <TextLink href={path(`/log?object=job:${job.id}`)}>{t('detail.history')}</TextLink>
            </p>
          </Card>
          <div className="space-y-6">
            <Results job={job} />
            <Card title={t('detail.steps')} description={t('detail.stepsBody')} flush>
              <DataTable
                caption={t('detail.steps')}
                dense
                columns={[
                  { id: 'step', header: t('detail.step'), cell: (step) => words.stage(step.name) },
                  {
                    id: 'at',
                    header: t('detail.at'),
                    cell: (step) => <DateTime at={step.finishedAt} format="time" />,
                  },
                ]}
                rows={job.steps}
                rowKey={(step) => step.name}
                empty={<p className="px-5 py-4 text-sm text-fg-muted">{t('detail.noSteps')}</p>}
              />
            </Card>
          </div>
        </div>
      </div>
    </>
  );
}

function FailurePart({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null;
  return (
    <div>
      <dt className="font-medium">{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function useFacts(job: Job): KeyValueItem[] {
  const t = useTranslations('jobs');
  const common = useTranslations('common');
  const { path } = useOrg();
  const words = useJobWords();
  const { locale } = useUi();
  const trpc = useTRPC();
  const project = useQuery(
    trpc.project.get.queryOptions({ projectId: job.projectId ?? '' }, { enabled: job.projectId !== null }),
  );
  const on = subjectPath(job.subject);
  const span = (from: string, to: string) => formatDuration(Date.parse(to) - Date.parse(from), locale);
  return [
    {
      key: 'on',
      label: t('detail.on'),
      value:
        on === null ? (
          words.subject(job.subject.type)
        ) : (
          <TextLink href={path(on)}>{words.subject(job.subject.type)}</TextLink>
        ),
    },
    ...(job.projectId === null
      ? []
      : [
          {
            key: 'project',
            label: t('detail.project'),
            value: (
              <TextLink href={path(`/projects/${job.projectId}`)}>
                {project.data?.name ?? t('subjects.project')}
              </TextLink>
            ),
          },
        ]),
    { key: 'by', label: t('orderedBy'), value: job.orderedBy?.name ?? common('system') },
    { key: 'ordered', label: t('detail.ordered'), value: <DateTime at={job.createdAt} /> },
    {
      key: 'started',
      label: t('detail.started'),
      value: job.startedAt === null ? t('detail.notYet') : <DateTime at={job.startedAt} />,
      ...(job.startedAt === null
        ? {}
        : { hint: `${t('detail.waited')}: ${span(job.createdAt, job.startedAt)}` }),
    },
    {
      key: 'finished',
      label: t('detail.finished'),
      value: job.finishedAt === null ? t('detail.notYet') : <DateTime at={job.finishedAt} />,
      ...(job.finishedAt === null || job.startedAt === null
        ? {}
        : { hint: `${t('detail.duration')}: ${span(job.startedAt, job.finishedAt)}` }),
    },
    { key: 'attempt', label: t('detail.attempt'), value: <NumberText value={job.attempt} /> },
    {
      key: 'id',
      label: t('detail.id'),
      value: (
        <span className="flex items-center gap-1">
          <code className="font-mono text-xs">{job.id}</code>
          <CopyButton text={job.id} />
        </span>
      ),
    },
  ];
}

/** The plain figures of a result; what is nested in it belongs to the thing that the job worked on. */
function Results({ job }: { job: Job }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  if (job.status !== 'SUCCEEDED') return null;
  const result =
    typeof job.result === 'object' && job.result !== null && !Array.isArray(job.result) ? job.result : {};
  const figures = Object.entries(result).flatMap(([name, value]) =>
    typeof value === 'number' || typeof value === 'string' ? [{ name, value }] : [],
  );
  return (
    <Card title={t('detail.result')}>
      {figures.length === 0 ? (
        <p className="text-sm text-fg-muted">{t('detail.noResult')}</p>
      ) : (
        <KeyValue
          items={figures.map(({ name, value }) => ({
            key: name,
            label: words.result(name),
            value:
              typeof value === 'number' ? (
                <NumberText value={value} />
              ) : (
                <span className="font-mono text-xs">{value}</span>
              ),
          }))}
        />
      )}
    </Card>
  );
}
