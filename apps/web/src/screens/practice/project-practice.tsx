'use client';

import { Card, EmptyState, LinkButton, PageHeader } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { PracticeRows } from './practice-rows.tsx';

/** Practice before a batch: rows whose answer an expert decided, which one answers and then compares. */
export function ProjectPractice({ projectId }: { projectId: string }) {
  const t = useTranslations('practice');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const batchId = useSearchParams().get('batch');
  const { project, may, mayNot } = useMay(projectId);
  const practice = useQuery(
    trpc.task.practiceRows.queryOptions(batchId === null || !may('task.work') ? skipToken : { batchId }, {
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const toWork = path(`/projects/${projectId}/work${batchId === null ? '' : `?batch=${batchId}`}`);
  const start = (
    <LinkButton variant="primary" href={toWork}>
      {t('toWork')}
    </LinkButton>
  );
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={t('title')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: t('title') },
        ])}
      />
      {mayNot('task.work') ? (
        <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />
      ) : batchId === null ? (
        <Card>
          <EmptyState
            icon={<GraduationCap aria-hidden />}
            title={t('noBatchTitle')}
            description={t('noBatchBody')}
            action={<LinkButton href={path(`/projects/${projectId}/batches`)}>{t('toBatches')}</LinkButton>}
          />
        </Card>
      ) : (
        <QueryState query={practice} loading={<LoadingCard />}>
          {(data) =>
            data.rows.length === 0 ? (
              <Card>
                <EmptyState
                  icon={<GraduationCap aria-hidden />}
                  title={t('emptyTitle')}
                  description={t('emptyBody')}
                  action={start}
                />
              </Card>
            ) : (
              <PracticeRows practice={data} start={start} />
            )
          }
        </QueryState>
      )}
    </div>
  );
}
