'use client';

import {
  Card,
  DataTable,
  DateTime,
  formatInterval,
  formatNumber,
  LineChart,
  NumberText,
  PageHeader,
  type TableColumn,
  TextLink,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import {
  type MeasurementDetail,
  MeasurementFacts,
  measurementStyle,
  sliceText,
} from './measurement-facts.tsx';

type Past = MeasurementDetail['history'][number];

/** One number on a page of its own, with its history over the versions of the source. */
export function MeasurementPage({ measurementId }: { measurementId: string }) {
  const t = useTranslations('data.measure');
  const trpc = useTRPC();
  const query = useQuery(trpc.measurement.get.queryOptions({ measurementId }));
  return (
    <QueryState query={query} title={t('title')}>
      {(measurement) => <Page measurement={measurement} />}
    </QueryState>
  );
}

function Page({ measurement }: { measurement: MeasurementDetail }) {
  const t = useTranslations('data.measure');
  const words = useTranslations('data');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { locale } = useUi();
  const name = measurement.definition?.name ?? measurement.metric;
  const { format, digits } = measurementStyle(measurement);
  const columns: TableColumn<Past>[] = [
    {
      id: 'version',
      header: t('version'),
      cell: (each) =>
        each.versionNumber === null ? (
          ''
        ) : (
          <TextLink href={path(`/versions/${each.subjectId}`)}>{each.versionNumber}</TextLink>
        ),
    },
    {
      id: 'value',
      header: t('value'),
      numeric: true,
      cell: (each) =>
        each.value === null ? (
          t('reason', { reason: each.reason ?? '' })
        ) : (
          <NumberText value={each.value} format={format} digits={digits} />
        ),
    },
    {
      id: 'interval',
      header: t('interval'),
      numeric: true,
      cell: (each) =>
        each.low === null || each.high === null
          ? ''
          : formatInterval(each.low, each.high, locale, format, digits),
    },
    { id: 'n', header: t('n'), numeric: true, cell: (each) => <NumberText value={Number(each.n)} /> },
    { id: 'at', header: t('at'), cell: (each) => <DateTime at={each.at} /> },
  ];
  const drawn = measurement.history.filter((each) => each.value !== null);
  return (
    <>
      <PageHeader
        title={name}
        description={sliceText(measurement.slice, words('bias.missingGroup')) || t('whole')}
        breadcrumbs={crumbs([
          ...(measurement.subject.type === 'sourceVersion'
            ? [{ label: t('subject'), href: path(`/versions/${measurement.subject.id}`) }]
            : []),
          ...(measurement.subject.type === 'report'
            ? [{ label: t('report'), href: path(`/reports/${measurement.subject.id}`) }]
            : []),
          { label: name },
        ])}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <MeasurementFacts measurement={measurement}>
            {measurement.jobId === null ? null : (
              <TextLink href={path(`/jobs/${measurement.jobId}`)}>{t('job')}</TextLink>
            )}
          </MeasurementFacts>
        </Card>
        <Card title={t('history')} flush>
          {drawn.length < 2 ? null : (
            <div className="px-4 pt-4 sm:px-5">
              <LineChart
                title={name}
                hideTitle
                series={[
                  { name, points: drawn.map((each) => ({ x: Date.parse(each.at), y: each.value ?? 0 })) },
                ]}
                format={(value: number) => formatNumber(value, locale, format, digits)}
              />
            </div>
          )}
          <DataTable
            caption={t('history')}
            columns={columns}
            rows={[...measurement.history].reverse()}
            rowKey={(each) => each.id}
            rowTone={(each) => (each.id === measurement.id ? 'selected' : undefined)}
            dense
            empty={<p className="px-5 py-4 text-sm text-fg-muted">{t('none')}</p>}
          />
        </Card>
      </div>
    </>
  );
}
