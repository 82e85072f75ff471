'use client';

import type { ReportDetection } from '@assay/contracts';
import { BarChart, Card, DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FigureGuide } from './figure-guide.tsx';
import { Figure, useNumbers } from './report-figures.tsx';
import { RowLink } from './rows-link.tsx';

type Segment = ReportDetection['segments'][number];

/** Can a classifier tell? If so: by which columns, where, and on which rows. */
export function DetectionCard({ detection, runId }: { detection: ReportDetection; runId: string | null }) {
  const t = useTranslations('reports.detection');
  const { percent, decimal, count } = useNumbers();
  const segments: TableColumn<Segment>[] = [
    {
      id: 'where',
      header: t('where'),
      rowHeader: true,
      cell: (each) => <code className="font-mono text-xs wrap-anywhere">{each.where}</code>,
    },
    { id: 'auc', header: t('auc'), numeric: true, cell: (each) => decimal(each.auc) },
    { id: 'real', header: t('real'), numeric: true, cell: (each) => count(each.real) },
    { id: 'synthetic', header: t('synthetic'), numeric: true, cell: (each) => count(each.synthetic) },
  ];
  return (
    <Card
      id="detection"
      title={t('title')}
      description={t('about')}
      footer={<FigureGuide metrics={['detection-auc']} />}
    >
      <p className="max-w-prose text-sm text-fg-secondary">
        {t('says')}{' '}
        <Figure
          metric="detection-auc"
          value={detection.auc}
          reason={detection.reason}
          name={t('title')}
          interval={detection.interval}
        />
        {detection.reference === null ? null : (
          <>
            {' '}
            {t('unseenSays')}{' '}
            <Figure
              metric="detection-auc"
              slice={{ of: 'unseen' }}
              value={detection.reference}
              name={t('unseenSays')}
              interval={detection.referenceInterval}
            />
          </>
        )}
      </p>
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        {detection.columns.length === 0 ? null : (
          <BarChart
            title={t('columns')}
            description={t('columnsAbout')}
            items={detection.columns.slice(0, 10).map((each) => ({ label: each.column, value: each.share }))}
            format={(value) => percent(value, 0)}
          />
        )}
        <div className="flex min-w-0 flex-col gap-6">
          {detection.segments.length === 0 ? null : (
            <div>
              <h3 className="mb-2 text-sm font-medium">{t('segments')}</h3>
              <DataTable
                caption={t('segments')}
                columns={segments}
                rows={detection.segments.slice(0, 6)}
                rowKey={(each) => each.where}
                dense
              />
            </div>
          )}
          {detection.examples.length === 0 ? null : (
            <div>
              <h3 className="text-sm font-medium">{t('examples')}</h3>
              <p className="mb-2 text-xs text-fg-muted">{t('examplesAbout')}</p>
              <ul className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm sm:grid-cols-3">
                {detection.examples.slice(0, 9).map((each) => (
                  <li key={each.row} className="flex flex-wrap items-baseline gap-x-2">
                    <RowLink runId={runId} row={each.row} />
                    <span className="text-xs tabular-nums text-fg-muted">{percent(each.probability, 1)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </div>
    </Card>
  );
}
