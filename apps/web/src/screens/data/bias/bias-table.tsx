'use client';

import type { BiasReport } from '@assay/contracts';
import {
  Badge,
  Card,
  DataTable,
  formatInterval,
  formatNumber,
  NumberText,
  type TableColumn,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { MeasurementLink } from '../../measurements/measurement-link.tsx';
import { useMeasurements } from '../../measurements/use-measurements.ts';
import { type BiasGroup, useGroupName } from './group-name.ts';

const verdictTones = { passes: 'good', fails: 'bad', 'not-assessable': 'neutral' } as const;

/** All figures of a report as a table. Groups that are too small say so instead of a figure. */
export function BiasTable({ report, versionId }: { report: BiasReport; versionId: string }) {
  const t = useTranslations('data.bias');
  const { locale } = useUi();
  const nameOf = useGroupName();
  const { find } = useMeasurements(versionId, ['group-share', 'selection-rate']);
  const percent = (value: number) => formatNumber(value, locale, 'percent', 1);
  const sliceOf = (group: BiasGroup) =>
    Object.fromEntries(report.question.groups.map((name, place) => [name, group.group[place] ?? null]));
  const withOutcome = report.question.target !== null;
  const tooSmall = <span className="text-xs text-fg-muted">{t('notAssessable')}</span>;
  const columns: TableColumn<BiasGroup>[] = [
    {
      id: 'group',
      header: t('group'),
      cell: (group) => (
        <span className="flex flex-wrap items-center gap-2">
          {nameOf(group.group)}
          {group.assessable ? null : (
            <Badge>
              {t('notAssessable')}: {t('notAssessableWhy', { minimum: report.minimum })}
            </Badge>
          )}
        </span>
      ),
    },
    { id: 'count', header: t('count'), numeric: true, cell: (group) => <NumberText value={group.count} /> },
    {
      id: 'share',
      header: t('share'),
      numeric: true,
      cell: (group) => (
        <MeasurementLink
          metric="group-share"
          measurementId={find('group-share', sliceOf(group))?.id}
          name={`${t('share')}, ${nameOf(group.group)}`}
        >
          {percent(group.share.estimate)}
        </MeasurementLink>
      ),
    },
    {
      id: 'interval',
      header: t('interval'),
      numeric: true,
      className: 'whitespace-nowrap text-fg-secondary',
      cell: (group) => formatInterval(group.share.low, group.share.high, locale, 'percent', 1),
    },
    ...(report.population === null ? [] : populationColumns()),
    ...(withOutcome ? outcomeColumns() : []),
  ];

  function populationColumns(): TableColumn<BiasGroup>[] {
    return [
      {
        id: 'population',
        header: t('popShare'),
        numeric: true,
        cell: (group) => (group.population === null ? '—' : percent(group.population.share)),
      },
      {
        id: 'difference',
        header: t('difference'),
        numeric: true,
        className: 'whitespace-nowrap',
        cell: (group) =>
          group.population === null
            ? '—'
            : formatNumber(group.population.difference.estimate, locale, 'percent', 1),
      },
      {
        id: 'representation',
        header: t('representation'),
        cell: ({ population, assessable }) =>
          population === null ? null : !assessable ? (
            tooSmall
          ) : population.differs ? (
            <Badge tone="warn">{population.difference.estimate < 0 ? t('under') : t('over')}</Badge>
          ) : (
            <Badge tone="good">{t('asExpected')}</Badge>
          ),
      },
    ];
  }

  function outcomeColumns(): TableColumn<BiasGroup>[] {
    return [
      {
        id: 'favourable',
        header: t('favourableRows'),
        numeric: true,
        className: 'whitespace-nowrap',
        cell: ({ outcome }) =>
          outcome === null
            ? '—'
            : `${formatNumber(outcome.favourable, locale)} / ${formatNumber(outcome.n, locale)}`,
      },
      {
        id: 'rate',
        header: t('rate'),
        numeric: true,
        cell: (group) =>
          group.outcome?.rate == null ? (
            tooSmall
          ) : (
            <MeasurementLink
              metric="selection-rate"
              measurementId={find('selection-rate', sliceOf(group))?.id}
              name={`${t('rate')}, ${nameOf(group.group)}`}
            >
              {percent(group.outcome.rate.estimate)}
            </MeasurementLink>
          ),
      },
      {
        id: 'rateInterval',
        header: t('interval'),
        numeric: true,
        className: 'whitespace-nowrap text-fg-secondary',
        cell: ({ outcome }) =>
          outcome?.rate == null
            ? ''
            : formatInterval(outcome.rate.low, outcome.rate.high, locale, 'percent', 1),
      },
      {
        id: 'verdict',
        header: t('verdict'),
        cell: ({ outcome }) =>
          outcome === null ? null : (
            <Badge tone={verdictTones[outcome.fourFifths]}>{t(`verdicts.${outcome.fourFifths}`)}</Badge>
          ),
      },
    ];
  }
  const { population } = report;
  return (
    <Card
      title={t('table')}
      flush
      {...(population === null
        ? {}
        : {
            footer: (
              <p className="text-fg-secondary">
                {t('popSource', { name: population.name, citation: population.citation })}{' '}
                {population.unmatched === 0 ? null : `${t('popUnmatched', { count: population.unmatched })} `}
                {population.pValue === null
                  ? null
                  : t('popTest', {
                      p:
                        population.pValue < 0.0001
                          ? '< 0.0001'
                          : formatNumber(population.pValue, locale, 'plain', 4),
                    })}
              </p>
            ),
          })}
    >
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={[...report.groups].sort((a, b) => b.count - a.count)}
        rowKey={(group) => JSON.stringify(group.group)}
        dense
      />
    </Card>
  );
}
