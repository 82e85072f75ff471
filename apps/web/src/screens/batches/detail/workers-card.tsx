'use client';

import {
  Card,
  DataTable,
  Duration,
  EmptyState,
  NumberText,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type BatchView, type BatchWorker, isLive, LOOK_MS } from '../batch-types.ts';

/** Who did how much of a batch and holds what of it now. */
export function WorkersCard({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.workers');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { hrefWith } = useUrlParams();
  const workers = useQuery({
    ...trpc.batch.workers.queryOptions({ batchId: batch.id }),
    refetchInterval: isLive(batch.status) ? LOOK_MS : false,
  });
  const href = (userId: string, status: string | null) =>
    `${hrefWith({ person: userId, status, reason: null, after: null })}#tasks`;
  const count = (status: 'SUBMITTED' | 'SKIPPED' | 'LEASED', of: (worker: BatchWorker) => number) =>
    function Count(worker: BatchWorker) {
      const n = of(worker);
      return n === 0 ? (
        <NumberText value={0} />
      ) : (
        <TextLink href={href(worker.userId, status)}>
          <NumberText value={n} />
        </TextLink>
      );
    };
  const columns: TableColumn<BatchWorker>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (worker) => (
        <TextLink href={href(worker.userId, null)}>{worker.name ?? common('unknownPerson')}</TextLink>
      ),
    },
    {
      id: 'submitted',
      header: t('submitted'),
      numeric: true,
      cell: count('SUBMITTED', (each) => each.submitted),
    },
    { id: 'skipped', header: t('skipped'), numeric: true, cell: count('SKIPPED', (each) => each.skipped) },
    { id: 'held', header: t('held'), numeric: true, cell: count('LEASED', (each) => each.held) },
    {
      id: 'median',
      header: t('median'),
      numeric: true,
      cell: ({ medianMs }) => (medianMs === null ? '–' : <Duration ms={medianMs} />),
    },
    {
      id: 'last',
      header: t('last'),
      cell: ({ lastAt }) => (lastAt === null ? t('notBegun') : <TimeAgo at={lastAt} />),
    },
  ];
  return (
    <QueryState query={workers} loading={<LoadingCard />}>
      {(rows) => (
        <Card title={t('title')} description={t('about')} flush>
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={rows}
            rowKey={(worker) => worker.userId}
            narrow="cards"
            empty={
              <EmptyState icon={<Users />} compact title={t('emptyTitle')} description={t('emptyBody')} />
            }
          />
        </Card>
      )}
    </QueryState>
  );
}
