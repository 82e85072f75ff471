'use client';

import { Card, DataTable, EmptyState, NumberText, type TableColumn, TextLink } from '@assay/ui';
import { Tags } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QuartileText } from './time-cells.tsx';
import { type LabellingNumbers, useItemsHref } from './use-labelling.ts';

type Label = LabellingNumbers['labels'][number];

/** How often each label was given, and how long the answers took that gave it. */
export function LabelTimes({ projectId, labels }: { projectId: string; labels: readonly Label[] }) {
  const t = useTranslations('labelling.labels');
  const href = useItemsHref(projectId);
  const columns: TableColumn<Label>[] = [
    {
      id: 'label',
      header: t('label'),
      rowHeader: true,
      cell: ({ questionId, labelId, label, question }) => (
        <span className="flex flex-col">
          <TextLink href={href({ question: questionId, label: labelId })}>{label ?? t('unknown')}</TextLink>
          {question === null ? null : <span className="text-xs font-normal text-fg-muted">{question}</span>}
        </span>
      ),
    },
    {
      id: 'answers',
      header: t('answers'),
      numeric: true,
      cell: ({ answers }) => <NumberText value={answers} />,
    },
    {
      id: 'median',
      header: t('median'),
      numeric: true,
      cell: ({ median, q1, q3 }) => <QuartileText median={median} q1={q1} q3={q3} />,
    },
  ];
  return (
    <Card title={t('title')} description={t('about')} flush>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={labels}
        rowKey={({ questionId, labelId }) => `${questionId} ${labelId}`}
        narrow="cards"
        empty={<EmptyState icon={<Tags />} compact title={t('emptyTitle')} description={t('emptyBody')} />}
      />
    </Card>
  );
}
