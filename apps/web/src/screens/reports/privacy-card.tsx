'use client';

import { metricStages, type ReportPrivacy } from '@assay/contracts';
import { Card, DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FigureGuide } from './figure-guide.tsx';
import { LinkingRisk } from './linking-risk.tsx';
import { Figure, useNumbers } from './report-figures.tsx';
import { RowLink } from './rows-link.tsx';

const QUANTILES = ['least', 'p5', 'p25', 'p50', 'p75', 'p95', 'most'] as const;
type Line = { key: 'synthetic' | 'unseen'; values: readonly number[] };
type Risk = ReportPrivacy['riskiest'][number];

/** How near synthetic rows lie to the real rows they were made from. */
export function PrivacyCard({ privacy, runId }: { privacy: ReportPrivacy; runId: string | null }) {
  const t = useTranslations('reports.privacy');
  const { decimal, percent } = useNumbers();
  const { distances, nndr, exactCopies: copies, dcrShare } = privacy;
  const lines: Line[] =
    distances === null
      ? []
      : [
          { key: 'synthetic', values: distances.synthetic },
          ...(distances.unseen === null ? [] : [{ key: 'unseen' as const, values: distances.unseen }]),
        ];
  const columns: TableColumn<Line>[] = [
    { id: 'side', header: t('rowsOf'), rowHeader: true, cell: (line) => t(`side.${line.key}`) },
    ...QUANTILES.map((name, at) => ({
      id: name,
      header: t(`quantiles.${name}`),
      numeric: true,
      cell: (line: Line) => decimal(line.values[at] ?? null, 4),
    })),
  ];
  const risks: TableColumn<Risk>[] = [
    {
      id: 'row',
      header: t('synthetic'),
      rowHeader: true,
      cell: (risk) => <RowLink runId={runId} row={risk.row} />,
    },
    { id: 'distance', header: t('distance'), numeric: true, cell: (risk) => decimal(risk.distance, 4) },
    { id: 'ratio', header: t('ratio'), numeric: true, cell: (risk) => decimal(risk.ratio) },
    {
      id: 'why',
      header: t('why'),
      cell: (risk) => <span className="block min-w-48 text-fg-secondary">{risk.why}</span>,
    },
  ];
  return (
    <Card
      id="privacy"
      title={t('title')}
      description={t('about')}
      footer={<FigureGuide metrics={metricStages.privacy} />}
    >
      <dl className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-4">
        <div>
          <dt className="text-fg-secondary">{t('copies')}</dt>
          <dd className="text-lg font-semibold">
            <Figure
              metric="excess-copies"
              value={copies.excess}
              reason={copies.reason}
              name={t('copies')}
              format="percent"
            />
          </dd>
          <dd className="text-xs text-fg-muted">
            {copies.interval === null
              ? null
              : t('interval', { low: percent(copies.interval.low), high: percent(copies.interval.high) })}
          </dd>
        </div>
        <div>
          <dt className="text-fg-secondary">{t('dcr')}</dt>
          <dd className="text-lg font-semibold">
            <Figure metric="dcr-share" value={dcrShare.value} reason={dcrShare.reason} name={t('dcr')} />
          </dd>
          <dd className="text-xs text-fg-muted">{t('dcrMeans')}</dd>
        </div>
        <div>
          <dt className="text-fg-secondary">{t('nndr')}</dt>
          <dd className="text-lg font-semibold">
            <Figure metric="nndr" value={nndr.median} reason={nndr.reason} name={t('nndr')} />
          </dd>
          <dd className="text-xs text-fg-muted">
            {nndr.unseen === null ? null : t('besideUnseen', { value: decimal(nndr.unseen) })}
          </dd>
        </div>
        <LinkingRisk found={privacy.kAnonymity} />
      </dl>
      {lines.length === 0 ? null : (
        <div className="mt-7">
          <h3 className="mb-2 text-sm font-medium">{t('distances')}</h3>
          <DataTable
            caption={t('distances')}
            columns={columns}
            rows={lines}
            rowKey={(line) => line.key}
            dense
          />
        </div>
      )}
      {privacy.riskiest.length === 0 ? null : (
        <div className="mt-7">
          <h3 className="text-sm font-medium">{t('riskiest')}</h3>
          <p className="mb-2 text-xs text-fg-muted">{t('riskiestAbout')}</p>
          <DataTable
            caption={t('riskiest')}
            columns={risks}
            rows={privacy.riskiest.slice(0, 10)}
            rowKey={(risk) => String(risk.row)}
            dense
          />
        </div>
      )}
    </Card>
  );
}
