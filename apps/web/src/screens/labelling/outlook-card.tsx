'use client';

import { Card, DataTable, EmptyState, Progress, type TableColumn, TextLink } from '@assay/ui';
import { ClipboardList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { BatchStatusBadge, DueText } from '../batches/batch-badges.tsx';
import { progressOf } from '../batches/batch-types.ts';
import { ForecastText } from '../batches/forecast-text.tsx';
import type { BatchOutlook } from './use-labelling.ts';

/** Each batch that waits for answers: how far it is, and when it may be done. */
export function OutlookCard({ projectId, sees }: { projectId: string; sees: boolean }) {
  const t = useTranslations('labelling.outlook');
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const { path } = useOrg();
  const outlook = useQuery(trpc.dashboard.outlook.queryOptions({ projectId }));
  const columns: TableColumn<BatchOutlook>[] = [
    {
      id: 'name',
      header: t('batch'),
      rowHeader: true,
      cell: (batch) => (
        <span className="flex flex-col items-start gap-1.5">
          <TextLink href={path(`/batches/${batch.id}`)}>
            {words('numbered', { number: batch.number })}: {batch.name}
          </TextLink>
          {batch.status === 'OPEN' ? null : <BatchStatusBadge status={batch.status} />}
        </span>
      ),
    },
    {
      id: 'progress',
      header: t('progress'),
      cell: (batch) => {
        const { done, total } = progressOf(batch.tasks);
        return (
          <span className="block min-w-28">
            <Progress label={t('progress')} hideLabel done={done} total={total} />
          </span>
        );
      },
    },
    { id: 'due', header: t('due'), cell: (batch) => <DueText batch={batch} /> },
    ...(sees
      ? [
          {
            id: 'forecast',
            header: t('forecast'),
            cell: (batch: BatchOutlook) => (
              <div className="sm:max-w-md">
                {batch.forecast === null ? null : (
                  <ForecastText forecast={batch.forecast} dueAt={batch.dueAt} />
                )}
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <QueryState query={outlook} loading={<LoadingCard />}>
      {(batches) => (
        <Card title={t('title')} {...(sees ? { description: t('about') } : {})} flush>
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={batches}
            rowKey={(batch) => batch.id}
            narrow="cards"
            empty={
              <EmptyState
                icon={<ClipboardList />}
                compact
                title={t('emptyTitle')}
                description={t('emptyBody')}
              />
            }
          />
        </Card>
      )}
    </QueryState>
  );
}
