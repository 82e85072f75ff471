'use client';

import { type ClassScores, type MetricId, metricStages, type ReportUtility } from '@assay/contracts';
import { Callout, Card, DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FigureGuide } from './figure-guide.tsx';
import { Figure, useNumbers } from './report-figures.tsx';
import { UtilityClasses, UtilitySlices } from './utility-parts.tsx';

type Row = {
  key: string;
  name: string;
  slice: Record<string, string>;
  scores: ClassScores;
  range: ReportUtility['tstrRange'];
};

const SCORES = [
  ['rocAuc', 'model-roc-auc'],
  ['accuracy', 'model-accuracy'],
  ['precision', 'model-precision'],
  ['recall', 'model-recall'],
  ['f1', 'model-f1'],
] as const satisfies readonly (readonly [keyof ClassScores, MetricId])[];

/** Does a model that learnt from synthetic rows work on real ones it never saw? */
export function UtilityCard({ utility }: { utility: ReportUtility }) {
  const t = useTranslations('reports.utility');
  const { signed } = useNumbers();
  if (utility.target === null) {
    return (
      <Card id="utility" title={t('title')}>
        <Callout>{t('noTarget')}</Callout>
      </Card>
    );
  }
  const rows: Row[] = [
    {
      key: 'tstr',
      name: t('trees.synthetic'),
      slice: { trained: 'synthetic' },
      scores: utility.tstr,
      range: utility.tstrRange,
    },
    {
      key: 'trtr',
      name: t('trees.real'),
      slice: { trained: 'real' },
      scores: utility.trtr,
      range: utility.trtrRange,
    },
    {
      key: 'ltstr',
      name: t('logistic.synthetic'),
      slice: { trained: 'synthetic', model: 'logistic' },
      scores: utility.logistic.tstr,
      range: null,
    },
    {
      key: 'ltrtr',
      name: t('logistic.real'),
      slice: { trained: 'real', model: 'logistic' },
      scores: utility.logistic.trtr,
      range: null,
    },
  ];
  const columns: TableColumn<Row>[] = [
    { id: 'model', header: t('model'), rowHeader: true, cell: (row) => row.name },
    ...SCORES.map(([score, metric]) => ({
      id: score,
      header: t(`scores.${score}`),
      numeric: true,
      cell: (row: Row) => {
        const [low, high] = [row.range?.low[score] ?? null, row.range?.high[score] ?? null];
        return (
          <Figure
            metric={metric}
            slice={row.slice}
            value={row.scores[score]}
            reason={utility.reason}
            name={`${t(`scores.${score}`)}, ${row.name}`}
            interval={low === null || high === null ? null : { low, high }}
          />
        );
      },
    })),
  ];
  return (
    <Card
      id="utility"
      title={t('titleOf', { target: utility.target })}
      description={t('about')}
      footer={<FigureGuide metrics={metricStages.utility} />}
    >
      {utility.reason === null ? null : (
        <Callout tone="warn">{t('reason', { reason: utility.reason })}</Callout>
      )}
      <DataTable caption={t('models')} columns={columns} rows={rows} rowKey={(row) => row.key} dense />
      <p className="mt-3 text-xs text-fg-muted">
        {t('seeds', { seeds: utility.seeds })}{' '}
        {utility.syntheticGap === null ? null : t('gap', { value: signed(utility.syntheticGap) })}
      </p>
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        {utility.byClass.length === 0 ? null : <UtilityClasses classes={utility.byClass} />}
        {utility.bySlice.length === 0 ? null : <UtilitySlices slices={utility.bySlice} />}
      </div>
    </Card>
  );
}
