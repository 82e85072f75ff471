'use client';

import type { ReportUtility } from '@assay/contracts';
import { DataTable, formatInterval, type TableColumn, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { Figure, useNumbers } from './report-figures.tsx';

const MOST_CLASSES = 12;
const WORST_SLICES = 5;

type ByClass = ReportUtility['byClass'][number];
type BySlice = ReportUtility['bySlice'][number];

/** Recall of each class, trained on either side: a class that is lost hides in a mean. */
export function UtilityClasses({ classes }: { classes: readonly ByClass[] }) {
  const t = useTranslations('reports.utility');
  const { count } = useNumbers();
  const recall = (side: 'tstr' | 'trtr', trained: 'synthetic' | 'real') => (row: ByClass) => (
    <Figure
      metric="model-recall"
      slice={{ trained, class: row.class }}
      value={row[side].recall}
      name={`${t('scores.recall')}, ${row.class}`}
    />
  );
  const columns: TableColumn<ByClass>[] = [
    { id: 'class', header: t('class'), rowHeader: true, cell: (row) => row.class },
    { id: 'n', header: t('rows'), numeric: true, cell: (row) => count(row.n) },
    { id: 'synthetic', header: t('onSynthetic'), numeric: true, cell: recall('tstr', 'synthetic') },
    { id: 'real', header: t('onReal'), numeric: true, cell: recall('trtr', 'real') },
  ];
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-sm font-medium">{t('byClass')}</h3>
      <DataTable
        caption={t('byClass')}
        columns={columns}
        rows={classes.slice(0, MOST_CLASSES)}
        rowKey={(row) => row.class}
        dense
      />
    </div>
  );
}

/** Where training on synthetic rows costs most, found automatically. */
export function UtilitySlices({ slices }: { slices: readonly BySlice[] }) {
  const t = useTranslations('reports.utility');
  const { locale } = useUi();
  const { count, decimal, signed } = useNumbers();
  const columns: TableColumn<BySlice>[] = [
    {
      id: 'slice',
      header: t('slice'),
      rowHeader: true,
      cell: (row) => <span className="wrap-anywhere">{`${row.column}: ${row.slice}`}</span>,
    },
    { id: 'n', header: t('rows'), numeric: true, cell: (row) => count(row.n) },
    { id: 'synthetic', header: t('onSynthetic'), numeric: true, cell: (row) => decimal(row.tstr) },
    { id: 'real', header: t('onReal'), numeric: true, cell: (row) => decimal(row.trtr) },
    {
      id: 'gap',
      header: t('gapColumn'),
      numeric: true,
      cell: (row) => (
        <span title={row.reason ?? undefined}>
          {signed(row.gap)}
          {row.interval === null ? null : (
            <span className="ml-2 text-xs text-fg-muted">
              {formatInterval(row.interval.low, row.interval.high, locale)}
            </span>
          )}
        </span>
      ),
    },
  ];
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-sm font-medium">{t('bySlice')}</h3>
      <DataTable
        caption={t('bySlice')}
        columns={columns}
        rows={slices.slice(0, WORST_SLICES)}
        rowKey={(row) => JSON.stringify([row.column, row.slice])}
        dense
      />
    </div>
  );
}
