'use client';

import { metricDefinition } from '@assay/contracts';
import { Card, cn, DataTable, formatNumber, type TableColumn, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { GuideLink } from '~/shell/guide-link.tsx';
import { useNumbers } from './report-figures.tsx';
import type { Comparison } from './report-types.ts';
import { Segments } from './segments.tsx';

type Pair = Comparison['figures'][number];
const SIZES = ['whole', 'all'] as const;

/** Headline figures of both, with the difference and whether it is for the better. */
export function ComparedFigures({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('reports.compare');
  const { locale } = useUi();
  const { decimal } = useNumbers();
  const [size, setSize] = useState<(typeof SIZES)[number]>('whole');
  const write = (pair: Pair, value: number | null, signed = false) => {
    if (value === null) return '–';
    if (metricDefinition(pair.metric).unit === 'count')
      return formatNumber(value, locale, signed ? 'signed' : 'plain', 0);
    return signed ? formatNumber(value, locale, 'signed', 4) : decimal(value, 4);
  };
  const side = (pair: Pair, of: Pair['before']) =>
    of === null ? (
      <span className="text-fg-muted">{t('notThere')}</span>
    ) : (
      <span title={of.reason ?? undefined}>{write(pair, of.value)}</span>
    );
  const columns: TableColumn<Pair>[] = [
    {
      id: 'figure',
      header: t('figure'),
      rowHeader: true,
      cell: (pair) => (
        <span className="flex flex-col">
          <GuideLink page={`metrics/${pair.metric}`} plain>
            {metricDefinition(pair.metric).name}
          </GuideLink>
          <span className="text-xs font-normal text-fg-muted wrap-anywhere">
            {Object.entries(pair.slice)
              .map(([name, value]) => `${name}: ${value}`)
              .join(', ')}
          </span>
        </span>
      ),
    },
    { id: 'before', header: t('before'), numeric: true, cell: (pair) => side(pair, pair.before) },
    { id: 'after', header: t('after'), numeric: true, cell: (pair) => side(pair, pair.after) },
    {
      id: 'difference',
      header: t('difference'),
      numeric: true,
      cell: (pair) => <Difference pair={pair} text={write(pair, pair.difference, true)} />,
    },
  ];
  const shown = comparison.figures.filter(
    (pair) => size === 'all' || Object.keys(pair.slice).every((name) => name === 'trained' || name === 'by'),
  );
  return (
    <Card
      title={t('figures')}
      description={t('figuresAbout')}
      actions={
        <Segments
          label={t('show')}
          value={size}
          onChange={setSize}
          options={[
            { value: 'whole', label: t('onlyWhole') },
            { value: 'all', label: t('all') },
          ]}
        />
      }
      flush
    >
      <DataTable
        caption={t('figures')}
        columns={columns}
        rows={shown}
        rowKey={(pair) => `${pair.metric} ${JSON.stringify(pair.slice)}`}
        narrow="cards"
        dense
      />
    </Card>
  );
}

function Difference({ pair, text }: { pair: Pair; text: string }) {
  const t = useTranslations('reports.compare');
  const { better } = metricDefinition(pair.metric);
  const moved = pair.difference ?? 0;
  const of = pair.slice.of ?? pair.slice.trained;
  // What unseen real rows or models of real rows show is a yardstick, neither better nor worse.
  if (moved === 0 || better === 'none' || of === 'unseen' || of === 'floor' || of === 'real') return text;
  const good = moved > 0 === (better === 'higher');
  return (
    <span className={cn(good ? 'text-good-text' : 'text-bad-text')}>
      {text}
      <span className="sr-only"> ({t(good ? 'better' : 'worse')})</span>
    </span>
  );
}
