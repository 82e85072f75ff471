'use client';

import { Callout, Card, LinkButton, PageHeader } from '@assay/ui';
import { GraduationCap, SquarePen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { BlindCard } from '../../blind/blind-card.tsx';
import { CommentsCard } from '../../comments/comments-card.tsx';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { useMay } from '../../sources/use-source.ts';
import { BatchKindBadges, BatchStatusBadge } from '../batch-badges.tsx';
import { type BatchView, useBatch } from '../batch-types.ts';
import { AgreementCard } from './agreement-card.tsx';
import { BatchActions } from './batch-actions.tsx';
import { BatchFacts } from './batch-facts.tsx';
import { ProgressCard } from './progress-card.tsx';
import { TasksCard } from './tasks-card.tsx';
import { WorkersCard } from './workers-card.tsx';

/** One batch: how far it is, who works on it, what it asks, and what its manager can change while it runs. */
export function BatchScreen({ batchId }: { batchId: string }) {
  const t = useTranslations('batches');
  const { batch } = useBatch(batchId);
  return (
    <QueryState query={batch} title={t('batch')}>
      {(data) => <Batch batch={data} />}
    </QueryState>
  );
}

function Batch({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may } = useMay(batch.projectId);
  const title = `${t('numbered', { number: batch.number })}: ${batch.name}`;
  const leads = may('batch.manage');
  const built = batch.status !== 'BUILDING' && batch.samples > 0;
  return (
    <>
      <PageHeader
        title={title}
        {...(batch.description === '' ? {} : { description: batch.description })}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${batch.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${batch.projectId}/batches`) },
          { label: title },
        ])}
        badges={
          <>
            <BatchStatusBadge status={batch.status} />
            <BatchKindBadges kind={batch.kind} investigation={batch.investigation} />
          </>
        }
        actions={
          <>
            {leads && batch.kind !== 'imported' ? <BatchActions batch={batch} /> : null}
            {may('task.work') && batch.status === 'OPEN' ? (
              <>
                {batch.kind === 'blind' ? null : (
                  <LinkButton
                    href={path(`/projects/${batch.projectId}/practice?batch=${batch.id}`)}
                    icon={<GraduationCap aria-hidden />}
                  >
                    {t('detail.practise')}
                  </LinkButton>
                )}
                <LinkButton
                  variant="primary"
                  href={path(`/projects/${batch.projectId}/work?batch=${batch.id}`)}
                  icon={<SquarePen aria-hidden />}
                >
                  {t('detail.work')}
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Stopped batch={batch} />
          {built ? <ProgressCard batch={batch} leads={leads} /> : null}
          {built && batch.kind === 'blind' ? <BlindCard batch={batch} /> : null}
          {built ? <AgreementCard batch={batch} /> : null}
          {built && leads ? <WorkersCard batch={batch} /> : null}
          {built && leads ? <TasksCard batch={batch} /> : null}
          <CommentsCard subject={{ subjectType: 'batch', subjectId: batch.id }} projectId={batch.projectId} />
        </div>
        <BatchFacts batch={batch} />
      </div>
    </>
  );
}

/** What is in the way of work: it is being built, its building failed, it is paused or cancelled. */
function Stopped({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.detail');
  const { may } = useMay(batch.projectId);
  const { failure } = batch;
  if (batch.status === 'PAUSED' && failure !== null) {
    return (
      <Callout tone="bad" title={t('stoppedTitle')}>
        {[failure.message, failure.next].filter((text) => text !== null).join(' ')}
      </Callout>
    );
  }
  if (batch.status === 'PAUSED') {
    return (
      <Callout tone="warn" title={t('pausedTitle')}>
        {t('pausedBody')}
      </Callout>
    );
  }
  if (batch.status === 'CANCELLED') {
    return (
      <Callout tone="info" title={t('cancelledTitle')}>
        {t('cancelledBody')}
      </Callout>
    );
  }
  if (batch.status !== 'BUILDING' && batch.status !== 'FAILED') return null;
  if (batch.job !== null && may('job.read')) {
    return (
      <Card title={batch.status === 'FAILED' ? t('failedTitle') : t('buildingTitle')}>
        <JobProgress jobId={batch.job.id} />
      </Card>
    );
  }
  return failure === null ? null : (
    <Callout tone="bad" title={failure.message}>
      {[failure.kept, failure.next].filter((text) => text !== null).join(' ')}
    </Callout>
  );
}
