'use client';

import type { GateMetricId, MetricId, Report } from '@assay/contracts';
import { cn, type NumberStyle } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { Figure, useNumbers } from './report-figures.tsx';
import { gateTone } from './report-types.ts';
import { GateStatus } from './states.tsx';

type Beside = { label: string; value: string };
type Tile = {
  id: 'shapes' | 'trends' | 'detection' | 'utility' | 'copies' | 'dcr';
  /** The gates that judge it, the first that the policy has. */
  gates: readonly GateMetricId[];
  metric: MetricId;
  slice?: Readonly<Record<string, string>>;
  value: number | null;
  reason: string | null;
  format: NumberStyle;
  digits: number;
  beside: readonly Beside[];
};

const edge = {
  good: 'border-t-good',
  warn: 'border-t-warn',
  bad: 'border-t-bad',
  neutral: 'border-t-line-strong',
  accent: 'border-t-accent',
  info: 'border-t-info',
};

/** The six figures that decide, each beside what chance alone gives and what unseen real rows score. */
export function HeadlineTiles({ report }: { report: Report }) {
  const t = useTranslations('reports.tiles');
  const tiles = useTiles(report);
  return (
    <section aria-label={t('title')} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {tiles.map((tile) => {
        const gate = tile.gates
          .map((metric) => report.gates.find((each) => each.metric === metric))
          .find((each) => each !== undefined);
        return (
          <div
            key={tile.id}
            className={cn(
              'flex min-w-0 break-inside-avoid flex-col rounded-lg border border-t-4 border-line bg-surface p-4 shadow-sm',
              edge[gate === undefined ? 'neutral' : gateTone[gate.status]],
            )}
          >
            <div className="flex flex-wrap items-center justify-between gap-x-3">
              <h3 className="text-sm font-medium text-fg">{t(`name.${tile.id}`)}</h3>
              {gate === undefined ? null : <GateStatus status={gate.status} />}
            </div>
            <p className="mt-1 text-3xl font-semibold tracking-tight text-fg">
              <Figure
                metric={tile.metric}
                {...(tile.slice === undefined ? {} : { slice: tile.slice })}
                value={tile.value}
                name={t(`name.${tile.id}`)}
                reason={tile.reason}
                format={tile.format}
                digits={tile.digits}
              />
            </p>
            <p className="mt-1 text-xs text-fg-muted">
              {tile.value === null ? tile.reason : t(`means.${tile.id}`)}
            </p>
            <dl className="mt-auto grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 pt-3 text-sm">
              {tile.beside.map((line) => (
                <div key={line.label} className="contents">
                  <dt className="text-fg-secondary">{line.label}</dt>
                  <dd className="text-right tabular-nums text-fg">{line.value}</dd>
                </div>
              ))}
            </dl>
          </div>
        );
      })}
    </section>
  );
}

function useTiles({ fidelity, detection, utility, privacy }: Report): Tile[] {
  const t = useTranslations('reports.tiles');
  const { percent, decimal, count } = useNumbers();
  const closeness = (close: Report['fidelity']['shapes'] | Report['fidelity']['trends']) => ({
    value: close.error,
    reason: close.reason,
    format: 'percent' as const,
    digits: 2,
    beside: [
      { label: t('floor'), value: percent(close.floor === null ? null : 1 - close.floor) },
      { label: t('unseen'), value: percent(close.real === null ? null : 1 - close.real) },
    ],
  });
  const { exactCopies: copies, dcrShare } = privacy;
  const span = (interval: { low: number; high: number } | null) =>
    interval === null ? '–' : `${decimal(interval.low)} – ${decimal(interval.high)}`;
  return [
    { id: 'shapes', gates: ['shapes.error'], metric: 'shape-error', ...closeness(fidelity.shapes) },
    {
      id: 'trends',
      gates: ['trends.error', 'trends.excess'],
      metric: 'trend-error',
      ...closeness(fidelity.trends),
    },
    {
      id: 'detection',
      gates: ['detection.auc'],
      metric: 'detection-auc',
      value: detection.auc,
      reason: detection.reason,
      format: 'plain',
      digits: 3,
      beside: [
        { label: t('chance'), value: decimal(0.5) },
        { label: t('unseen'), value: decimal(detection.reference) },
      ],
    },
    {
      id: 'utility',
      gates: ['utility.loss'],
      metric: 'model-roc-auc',
      slice: { trained: 'synthetic' },
      value: utility.tstr.rocAuc,
      reason: utility.target === null ? t('noTarget') : utility.reason,
      format: 'plain',
      digits: 3,
      beside: [
        { label: t('chance'), value: decimal(0.5) },
        { label: t('trainedOnReal'), value: decimal(utility.trtr.rocAuc) },
      ],
    },
    {
      id: 'copies',
      gates: ['privacy.excess-copies'],
      metric: 'exact-copies',
      value: copies.count,
      reason: copies.reason,
      format: 'plain',
      digits: 0,
      beside: [
        {
          label: t('ofRows', { rows: copies.rows }),
          value: percent(copies.rows === 0 ? null : copies.count / copies.rows),
        },
        {
          label: t('unseen'),
          value:
            copies.unseen === null
              ? '–'
              : t('nOf', { n: count(copies.unseen.count), of: count(copies.unseen.rows) }),
        },
      ],
    },
    {
      id: 'dcr',
      gates: ['privacy.dcr-share'],
      metric: 'dcr-share',
      value: dcrShare.value,
      reason: dcrShare.reason,
      format: 'plain',
      digits: 3,
      beside: [
        { label: t('ideal'), value: decimal(0.5) },
        { label: t('interval'), value: span(dcrShare.interval) },
      ],
    },
  ];
}
