'use client';

import type { ColumnDrift, TableDrift } from '@assay/contracts';
import {
  Badge,
  Card,
  DataTable,
  formatNumber,
  formatShare,
  NumberText,
  SkeletonRows,
  type TableColumn,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { MeasurementLink } from '../../measurements/measurement-link.tsx';
import { useMeasurements } from '../../measurements/use-measurements.ts';
import type { Source, VersionSummary } from '../../sources/use-source.ts';
import { type DriftBand, driftBand } from './drift-band.ts';
import { DriftChart } from './drift-chart.tsx';

const tones: Record<DriftBand, 'good' | 'warn' | 'bad' | 'neutral'> = {
  little: 'good',
  some: 'warn',
  much: 'bad',
  none: 'neutral',
};

/** What drifted between a version and the one that was current before. */
export function VersionDrift({ source, version }: { source: Source; version: VersionSummary }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.sourceVersion.drift.queryOptions({ versionId: version.id }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <QueryState query={query} loading={<SkeletonRows rows={8} />}>
      {({ drift }) => (drift === null ? null : <Drift source={source} version={version} drift={drift} />)}
    </QueryState>
  );
}

function Drift({
  source,
  version,
  drift,
}: {
  source: Source;
  version: VersionSummary;
  drift: TableDrift & { comparedWith: string };
}) {
  const t = useTranslations('data.versions');
  const { params } = useUrlParams();
  const before = source.versions.find((each) => each.id === drift.comparedWith);
  const much = drift.columns.filter((column) => driftBand(column) === 'much').length;
  const order = [...drift.columns].sort(
    (a, b) => Number(a.change === 'kept') - Number(b.change === 'kept') || (b.psi ?? -1) - (a.psi ?? -1),
  );
  const opened = drift.columns.find(
    (column) => column.name === params.get('column') && column.change === 'kept',
  );
  const columns = useDriftColumns(version);
  return (
    <Card
      title={t('driftTitle', { after: version.number })}
      description={
        <>
          {before === undefined ? null : `${t('driftAgainst', { before: before.number })}. `}
          {t('driftBody', { before: drift.rowsBefore, after: drift.rowsAfter })} {t('bandsBody')}
        </>
      }
      actions={<Badge tone={much > 0 ? 'bad' : 'good'}>{t('much', { count: much })}</Badge>}
      flush
    >
      {opened === undefined || before === undefined ? null : (
        <div className="border-b border-line px-4 py-4 sm:px-5">
          <DriftChart column={opened.name} before={before} after={version} />
        </div>
      )}
      <DataTable
        caption={t('driftTitle', { after: version.number })}
        columns={columns}
        rows={order}
        rowKey={(column) => `${column.change} ${column.name}`}
        rowTone={(column) => (column === opened ? 'selected' : undefined)}
        dense
        narrow="cards"
      />
    </Card>
  );
}

function useDriftColumns(version: VersionSummary): TableColumn<ColumnDrift>[] {
  const t = useTranslations('data.versions');
  const words = useTranslations('data');
  const { locale } = useUi();
  const { replace } = useUrlParams();
  const { find } = useMeasurements(version.id, ['psi', 'ks-statistic']);
  const share = (part: ColumnDrift['missingBefore']) =>
    part === null ? '—' : formatShare(part.count, part.total, locale);
  const number = (value: number) => formatNumber(value, locale, 'plain', 3);
  const names = (list: ColumnDrift['newCategories']) =>
    `${list
      .slice(0, 5)
      .map((each) => each.value)
      .join(', ')}${list.length > 5 ? ` +${list.length - 5}` : ''}`;
  return [
    {
      id: 'column',
      header: t('column'),
      cell: (column) =>
        column.change === 'kept' ? (
          <button
            type="button"
            title={t('open', { column: column.name })}
            onClick={() => replace({ column: column.name })}
            className="min-h-6 rounded-sm text-left text-accent-text underline underline-offset-2 wrap-anywhere"
          >
            {column.name}
          </button>
        ) : (
          column.name
        ),
    },
    {
      id: 'band',
      header: t('band'),
      cell: (column) =>
        column.change === 'kept' ? (
          <Badge tone={tones[driftBand(column)]}>{t(`bands.${driftBand(column)}`)}</Badge>
        ) : (
          <Badge tone="warn">
            {column.change === 'retyped' && column.before !== null && column.after !== null
              ? t('retyped', {
                  before: words(`types.${column.before}`),
                  after: words(`types.${column.after}`),
                })
              : t(`changes.${column.change}`)}
          </Badge>
        ),
    },
    {
      id: 'psi',
      header: t('psi'),
      numeric: true,
      cell: (column) =>
        column.psi === null ? (
          '—'
        ) : (
          <MeasurementLink
            metric="psi"
            measurementId={find('psi', { column: column.name })?.id}
            name={`${t('psi')}, ${column.name}`}
          >
            {number(column.psi)}
          </MeasurementLink>
        ),
    },
    {
      id: 'ks',
      header: t('ks'),
      numeric: true,
      cell: (column) =>
        column.ks === null ? (
          '—'
        ) : (
          <MeasurementLink
            metric="ks-statistic"
            measurementId={find('ks-statistic', { column: column.name })?.id}
            name={`${t('ks')}, ${column.name}`}
          >
            {number(column.ks.statistic)}
          </MeasurementLink>
        ),
    },
    {
      id: 'tvd',
      header: t('tvd'),
      numeric: true,
      cell: (column) => (column.tvd === null ? '—' : <NumberText value={column.tvd} />),
    },
    {
      id: 'missing',
      header: t('missing'),
      className: 'whitespace-nowrap',
      cell: (column) =>
        t('retyped', { before: share(column.missingBefore), after: share(column.missingAfter) }),
    },
    {
      id: 'categories',
      header: t('categories'),
      cell: (column) => (
        <span className="space-y-0.5 text-xs text-fg-secondary">
          {column.newCategories.length === 0 ? null : (
            <span className="block">{`${t('newCategories')}: ${names(column.newCategories)}`}</span>
          )}
          {column.vanishedCategories.length === 0 ? null : (
            <span className="block">{`${t('vanished')}: ${names(column.vanishedCategories)}`}</span>
          )}
          {column.reason === null ? null : <span className="block text-fg-muted">{column.reason}</span>}
        </span>
      ),
    },
  ];
}
