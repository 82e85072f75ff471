'use client';

import { DataTable, Progress, type TableColumn, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { BatchKindBadges, BatchStatusBadge, DueText } from './batch-badges.tsx';
import { type ListedBatch, progressOf } from './batch-types.ts';

export function BatchTable({ batches, empty }: { batches: readonly ListedBatch[]; empty: ReactNode }) {
  const t = useTranslations('batches.list');
  const words = useTranslations('batches');
  const { path } = useOrg();
  const columns: TableColumn<ListedBatch>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (batch) => (
        <span className="flex flex-col gap-1.5">
          <span className="flex flex-wrap items-center gap-2">
            <TextLink href={path(`/batches/${batch.id}`)}>
              {words('numbered', { number: batch.number })}: {batch.name}
            </TextLink>
            <BatchKindBadges kind={batch.kind} investigation={batch.investigation} />
          </span>
          {batch.run === null || batch.labelSchema === null ? null : (
            <span className="text-xs font-normal text-fg-muted">
              {t('of', { run: batch.run.number, schema: batch.labelSchema.name })}
            </span>
          )}
        </span>
      ),
    },
    { id: 'status', header: t('status'), cell: ({ status }) => <BatchStatusBadge status={status} /> },
    { id: 'progress', header: t('progress'), cell: (batch) => <BatchBar batch={batch} /> },
    { id: 'due', header: t('due'), cell: (batch) => <DueText batch={batch} /> },
    {
      id: 'priority',
      header: t('priority'),
      cell: ({ priority }) => words(`priorities.${priority}` as never),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={batches}
      rowKey={(batch) => batch.id}
      narrow="cards"
      empty={empty}
    />
  );
}

/** Done of all turns; nothing before they are there. */
function BatchBar({ batch }: { batch: ListedBatch }) {
  const t = useTranslations('batches.list');
  const { done, total } = progressOf(batch.tasks);
  if (total === 0) return '–';
  return (
    <span className="block min-w-32">
      <Progress
        label={t('progress')}
        hideLabel
        done={done}
        total={total}
        tone={batch.status === 'DONE' ? 'good' : 'accent'}
      />
    </span>
  );
}
