'use client';

import type { Report } from '@assay/contracts';
import { Card, DataTable, Heatmap, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { FigureGuide } from './figure-guide.tsx';
import { Figure, useNumbers } from './report-figures.tsx';
import { Segments } from './segments.tsx';

const MOST_DRAWN = 24;
const VIEWS = ['beyond', 'synthetic', 'unseen'] as const;
type View = (typeof VIEWS)[number];
type Pair = Report['fidelity']['trends']['pairs'][number];

/** What equally drawn rows also show is no fault of the rows that were made. */
const noiseOf = (pair: Pair) => Math.max(0, 1 - (pair.real ?? 1), 1 - (pair.floor ?? 1));

function errorOf(pair: Pair, view: View): number | null {
  if (view === 'unseen') return pair.real === null ? null : 1 - pair.real;
  if (pair.score === null) return null;
  return view === 'synthetic' ? 1 - pair.score : Math.max(0, 1 - pair.score - noiseOf(pair));
}

/** The relations of columns: as a map, and the pairs and triples that were lost most. */
export function TrendsCard({ report }: { report: Report }) {
  const t = useTranslations('reports.trends');
  const { trends, threeWay } = report.fidelity;
  const { percent } = useNumbers();
  const [view, setView] = useState<View>('beyond');
  const views = trends.real === null ? VIEWS.filter((each) => each !== 'unseen') : VIEWS;
  const { columns, values, highest, cut } = useMap(trends.pairs, view);
  const worst = useMemo(
    () =>
      trends.pairs
        .flatMap((pair) => (pair.score === null ? [] : [{ ...pair, beyond: 1 - pair.score - noiseOf(pair) }]))
        .sort((a, b) => b.beyond - a.beyond)
        .slice(0, 10),
    [trends.pairs],
  );
  return (
    <Card
      id="trends"
      title={t('title')}
      description={t('about')}
      footer={<FigureGuide metrics={['trend-error', 'three-way-error']} />}
    >
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <div className="mb-4">
            <Segments
              label={t('view')}
              value={view}
              onChange={setView}
              options={views.map((each) => ({ value: each, label: t(`views.${each}`) }))}
            />
          </div>
          <Heatmap
            title={t('map')}
            description={
              <>
                {t(`means.${view}`)}
                {cut === 0 ? null : ` ${t('cut', { shown: columns.length, left: cut })}`}
              </>
            }
            rows={columns}
            columns={columns}
            values={values}
            scale="sequential"
            domain={[0, highest]}
            format={(value) => percent(value, 1)}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <PairTable pairs={worst} />
          {threeWay.worst.length === 0 ? null : <TripleTable threeWay={threeWay} />}
        </div>
      </div>
    </Card>
  );
}

function useMap(pairs: readonly Pair[], view: View) {
  return useMemo(() => {
    const total = new Map<string, number>();
    for (const pair of pairs) {
      const error = errorOf(pair, 'beyond') ?? 0;
      for (const name of [pair.left, pair.right]) total.set(name, (total.get(name) ?? 0) + error);
    }
    // Of a wide table, the columns that lost most are drawn, in the order of the table.
    const kept = new Set(
      [...total]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_DRAWN)
        .map(([name]) => name),
    );
    const columns = [...total.keys()].filter((name) => kept.has(name));
    const place = new Map(columns.map((name, at) => [name, at]));
    const values: (number | null)[][] = columns.map(() => columns.map(() => null));
    let highest = 0.05;
    for (const pair of pairs) {
      const [a, b] = [place.get(pair.left), place.get(pair.right)];
      if (a === undefined || b === undefined) continue;
      const error = errorOf(pair, view);
      values[a]![b] = error;
      values[b]![a] = error;
      // One scale for the three views, so that switching compares them.
      for (const each of VIEWS) highest = Math.max(highest, errorOf(pair, each) ?? 0);
    }
    return { columns, values, highest, cut: total.size - columns.length };
  }, [pairs, view]);
}

function PairTable({ pairs }: { pairs: readonly (Pair & { beyond: number })[] }) {
  const t = useTranslations('reports.trends');
  const { percent } = useNumbers();
  const columns: TableColumn<Pair & { beyond: number }>[] = [
    {
      id: 'pair',
      header: t('pair'),
      rowHeader: true,
      cell: (pair) => <span className="wrap-anywhere">{`${pair.left} × ${pair.right}`}</span>,
    },
    {
      id: 'error',
      header: t('error'),
      numeric: true,
      cell: (pair) => (
        <Figure
          metric="trend-error"
          slice={{ left: pair.left, right: pair.right }}
          value={pair.score === null ? null : 1 - pair.score}
          name={`${pair.left} × ${pair.right}`}
          format="percent"
          digits={1}
        />
      ),
    },
    {
      id: 'floor',
      header: t('floor'),
      numeric: true,
      cell: (pair) => percent(pair.floor === null ? null : 1 - pair.floor, 1),
    },
    {
      id: 'unseen',
      header: t('unseen'),
      numeric: true,
      cell: (pair) => percent(pair.real === null ? null : 1 - pair.real, 1),
    },
  ];
  return (
    <div>
      <h3 className="mb-2 text-sm font-medium">{t('worst')}</h3>
      <DataTable
        caption={t('worst')}
        columns={columns}
        rows={pairs}
        rowKey={(pair) => JSON.stringify([pair.left, pair.right])}
        dense
        empty={<p className="text-sm text-fg-muted">{t('none')}</p>}
      />
    </div>
  );
}

type ThreeWay = Report['fidelity']['threeWay'];

function TripleTable({ threeWay }: { threeWay: ThreeWay }) {
  const t = useTranslations('reports.trends');
  const { percent } = useNumbers();
  const columns: TableColumn<ThreeWay['worst'][number]>[] = [
    {
      id: 'triple',
      header: t('triple'),
      rowHeader: true,
      cell: (triple) => <span className="wrap-anywhere">{triple.columns.join(' × ')}</span>,
    },
    { id: 'error', header: t('error'), numeric: true, cell: (triple) => percent(1 - triple.score, 1) },
    {
      id: 'floor',
      header: t('floor'),
      numeric: true,
      cell: (triple) => percent(triple.floor === null ? null : 1 - triple.floor, 1),
    },
    {
      id: 'unseen',
      header: t('unseen'),
      numeric: true,
      cell: (triple) => percent(triple.real === null ? null : 1 - triple.real, 1),
    },
  ];
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">{t('threeWay')}</h3>
      <p className="mb-2 text-xs text-fg-muted">
        {t('threeWayAll')}{' '}
        <Figure
          metric="three-way-error"
          value={threeWay.error}
          name={t('threeWay')}
          reason={threeWay.reason}
          format="percent"
          digits={1}
        />{' '}
        {t('assessed', { assessed: threeWay.assessed, of: threeWay.triples })}
      </p>
      <DataTable
        caption={t('threeWay')}
        columns={columns}
        rows={threeWay.worst.slice(0, 5)}
        rowKey={(triple) => JSON.stringify(triple.columns)}
        dense
      />
    </div>
  );
}
