'use client';

import { Badge, Card, DataTable, DateTime, NumberText } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type Split, usePlanText } from './split-words.ts';

/** Every split that the version has had. */
export function SplitHistory({ splits }: { splits: readonly Split[] }) {
  const t = useTranslations('data.splits');
  const planText = usePlanText();
  const count = (name: 'fit' | 'tune' | 'test') => ({
    id: name,
    header: t(name),
    numeric: true,
    cell: (split: Split) => <NumberText value={split.counts[name]} />,
  });
  return (
    <Card title={t('history')} flush>
      <DataTable
        caption={t('history')}
        dense
        narrow="cards"
        columns={[
          { id: 'plan', header: t('method'), cell: (split) => planText(split.plan) },
          {
            id: 'active',
            header: t('current'),
            cell: (split) => (
              <Badge tone={split.active ? 'good' : 'neutral'}>
                {split.active ? t('active') : t('replaced')}
              </Badge>
            ),
          },
          count('fit'),
          count('tune'),
          count('test'),
          {
            id: 'reads',
            header: t('testReads'),
            numeric: true,
            cell: (split) => <NumberText value={split.testReads} />,
          },
          {
            id: 'hash',
            header: t('hash'),
            cell: (split) => <code className="font-mono text-xs">{split.sha256.slice(0, 12)}…</code>,
          },
          {
            id: 'at',
            header: t('madeAt'),
            className: 'whitespace-nowrap',
            cell: (split) => <DateTime at={split.createdAt} />,
          },
        ]}
        rows={splits}
        rowKey={(split) => split.id}
      />
    </Card>
  );
}
