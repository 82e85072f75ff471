'use client';

import { Card, DataTable, DateTime, StatusBadge, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ReportView, verdictTone } from './report-types.ts';

type Judgement = ReportView['judgements'][number];

/** Every policy that this report was judged by, and by whom. One alone is no history. */
export function JudgementsCard({ judgements }: { judgements: readonly Judgement[] }) {
  const t = useTranslations('reports.judgements');
  const words = useTranslations('reports.verdict');
  if (judgements.length < 2) return null;
  const columns: TableColumn<Judgement>[] = [
    { id: 'policy', header: t('policy'), rowHeader: true, cell: (each) => each.policyName },
    {
      id: 'verdict',
      header: t('verdict'),
      cell: (each) => <StatusBadge tone={verdictTone[each.verdict]}>{words(each.verdict)}</StatusBadge>,
    },
    { id: 'by', header: t('by'), cell: (each) => each.createdBy?.name ?? '–' },
    { id: 'at', header: t('at'), cell: (each) => <DateTime at={each.createdAt} /> },
  ];
  return (
    <Card title={t('title')} description={t('about')} flush>
      <DataTable caption={t('table')} columns={columns} rows={judgements} rowKey={(each) => each.id} dense />
    </Card>
  );
}
