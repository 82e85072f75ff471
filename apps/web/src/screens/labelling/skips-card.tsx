'use client';

import {
  Card,
  DataTable,
  EmptyState,
  formatShare,
  NumberText,
  type TableColumn,
  TextLink,
  useUi,
} from '@assay/ui';
import { CheckCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type LabellingNumbers, useItemsHref } from './use-labelling.ts';

type Skip = LabellingNumbers['skips'][number];

/** Why rows were passed over. */
export function SkipsCard({
  projectId,
  skips,
  total,
}: {
  projectId: string;
  skips: readonly Skip[];
  total: LabellingNumbers['total'];
}) {
  const t = useTranslations('labelling.skips');
  const reasons = useTranslations('batches.skipReasons');
  const { locale } = useUi();
  const href = useItemsHref(projectId);
  const ended = total.answers + total.skipped;
  const columns: TableColumn<Skip>[] = [
    {
      id: 'reason',
      header: t('reason'),
      rowHeader: true,
      cell: ({ reason }) => <TextLink href={href({ reason, status: 'SKIPPED' })}>{reasons(reason)}</TextLink>,
    },
    { id: 'tasks', header: t('tasks'), numeric: true, cell: ({ tasks }) => <NumberText value={tasks} /> },
    {
      id: 'share',
      header: t('share'),
      numeric: true,
      cell: ({ tasks }) => formatShare(tasks, ended, locale, 1),
    },
  ];
  return (
    <Card title={t('title')} flush>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={skips}
        rowKey={({ reason }) => reason}
        narrow="cards"
        empty={
          <EmptyState icon={<CheckCheck />} compact title={t('emptyTitle')} description={t('emptyBody')} />
        }
      />
    </Card>
  );
}
