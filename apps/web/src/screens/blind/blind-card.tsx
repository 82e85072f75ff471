'use client';

import type { AppRouter } from '@assay/api';
import {
  Callout,
  Card,
  DataTable,
  formatInterval,
  formatNumber,
  Stat,
  type TableColumn,
  useUi,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { GuideLink } from '~/shell/guide-link.tsx';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type BatchView, isLive, LOOK_MS } from '../batches/batch-types.ts';
import { useMay } from '../sources/use-source.ts';
import { ShownColumns } from './shown-card.tsx';

type Result = inferRouterOutputs<AppRouter>['batch']['blindResult'];
type Opened = Extract<Result, { state: 'open' }>;

/** Below this a share as far from one half is called no chance any more. */
const LEVEL = 0.05;
const LEAST_P = 0.0001;

/** What came of a blind test; before it ends only that it is still blind. */
export function BlindCard({ batch }: { batch: BatchView }) {
  const t = useTranslations('blind.result');
  const guide = useTranslations('guide');
  const trpc = useTRPC();
  const { may } = useMay(batch.projectId);
  const reads = may('dashboard.read');
  const result = useQuery({
    ...trpc.batch.blindResult.queryOptions(reads ? { batchId: batch.id } : skipToken),
    refetchInterval: isLive(batch.status) ? LOOK_MS : false,
  });
  if (!reads) return null;
  return (
    <QueryState query={result} loading={<LoadingCard />}>
      {(data) =>
        data.state === 'none' ? null : (
          <Card
            title={t('title')}
            description={t('about')}
            footer={<GuideLink page="blind-tests">{guide('blindTests')}</GuideLink>}
          >
            <div className="flex flex-col gap-6">
              {data.state === 'blind' ? (
                <Callout tone="info" title={t('blindTitle')}>
                  {t('blindBody')}
                </Callout>
              ) : (
                <OpenResult result={data} />
              )}
              <div className="flex flex-col gap-2 text-sm">
                <ShownColumns columns={data.columns} leftOut={data.leftOut} />
              </div>
            </div>
          </Card>
        )
      }
    </QueryState>
  );
}

/** A chance as one writes it: very small ones only as such. */
function usePText() {
  const t = useTranslations('blind.result');
  const { locale } = useUi();
  return (p: number) =>
    p < LEAST_P
      ? t('pBelow', { p: formatNumber(LEAST_P, locale, 'plain', 4) })
      : formatNumber(p, locale, 'plain', p < 0.1 ? 4 : 2);
}

function OpenResult({ result }: { result: Opened }) {
  const t = useTranslations('blind.result');
  const pText = usePText();
  const { total, real, synthetic, skipped } = result;
  if (total.n === 0 || total.rate === null || total.p === null) {
    return (
      <Callout tone="info" title={t('nothingTitle')}>
        {t('nothingBody')}
      </Callout>
    );
  }
  const isTold = total.p < LEVEL;
  return (
    <>
      <Callout
        tone={isTold ? 'warn' : 'info'}
        title={t(!isTold ? 'chanceTitle' : total.rate.estimate > 0.5 ? 'toldTitle' : 'reversedTitle')}
      >
        {t(!isTold ? 'chanceBody' : total.rate.estimate > 0.5 ? 'toldBody' : 'reversedBody', {
          p: pText(total.p),
        })}
      </Callout>
      <div className="grid gap-5 sm:grid-cols-3">
        <Stat
          label={t('right')}
          value={total.rate.estimate}
          format="percent"
          digits={0}
          interval={{ ...total.rate, level: 0.95 }}
          n={total.n}
        />
        <Stat
          label={t('realAsReal')}
          value={real.rate?.estimate ?? null}
          reason={t('noneOfThese')}
          format="percent"
          digits={0}
          interval={real.rate === null ? undefined : { ...real.rate, level: 0.95 }}
          n={real.n}
        />
        <Stat
          label={t('syntheticAsReal')}
          value={synthetic.rate?.estimate ?? null}
          reason={t('noneOfThese')}
          format="percent"
          digits={0}
          interval={synthetic.rate === null ? undefined : { ...synthetic.rate, level: 0.95 }}
          n={synthetic.n}
        />
      </div>
      <p className="text-sm text-fg-muted">{t('counted', { rows: total.rows, answers: total.n, skipped })}</p>
      <PeopleTable people={result.people} />
      {result.people.length < 2 ? null : <p className="text-sm text-fg-muted">{t('severalPeople')}</p>}
      {result.tells.length === 0 ? null : <TellsTable tells={result.tells} />}
      {result.recognised.length === 0 ? null : <RecognisedTable rows={result.recognised} />}
    </>
  );
}

function PeopleTable({ people }: Pick<Opened, 'people'>) {
  const t = useTranslations('blind.result');
  const common = useTranslations('common');
  const { locale } = useUi();
  const pText = usePText();
  const columns: TableColumn<Opened['people'][number]>[] = [
    {
      id: 'person',
      header: t('person'),
      rowHeader: true,
      cell: ({ name }) => name ?? common('unknownPerson'),
    },
    {
      id: 'right',
      header: t('right'),
      numeric: true,
      cell: ({ rate, right, n }) => (
        <span className="inline-flex flex-col items-end">
          <span>{rate === null ? '–' : formatNumber(rate.estimate, locale, 'percent', 0)}</span>
          <span className="text-xs whitespace-nowrap text-fg-muted">{t('of', { right, n })}</span>
        </span>
      ),
    },
    {
      id: 'interval',
      header: t('interval'),
      numeric: true,
      cell: ({ rate }) => (rate === null ? '–' : formatInterval(rate.low, rate.high, locale, 'percent', 0)),
    },
    { id: 'p', header: t('p'), numeric: true, cell: ({ p }) => (p === null ? '–' : pText(p)) },
  ];
  return (
    <DataTable
      caption={t('peopleCaption')}
      showCaption
      columns={columns}
      rows={people}
      rowKey={({ userId }) => userId}
      dense
      narrow="cards"
    />
  );
}

function TellsTable({ tells }: Pick<Opened, 'tells'>) {
  const t = useTranslations('blind.result');
  const { locale } = useUi();
  const columns: TableColumn<Opened['tells'][number]>[] = [
    { id: 'column', header: t('column'), rowHeader: true, cell: ({ column }) => column },
    {
      id: 'synthetic',
      header: t('inSynthetic'),
      numeric: true,
      cell: (row) => formatNumber(row.synthetic, locale),
    },
    { id: 'real', header: t('inReal'), numeric: true, cell: (row) => formatNumber(row.real, locale) },
  ];
  return (
    <DataTable
      caption={t('tellsCaption')}
      showCaption
      columns={columns}
      rows={tells}
      rowKey={({ column }) => column}
      dense
      narrow="cards"
    />
  );
}

function RecognisedTable({ rows }: { rows: Opened['recognised'] }) {
  const t = useTranslations('blind.result');
  const columns: TableColumn<Opened['recognised'][number]>[] = [
    { id: 'row', header: t('row'), rowHeader: true, cell: ({ row }) => t('rowOf', { row: row + 1 }) },
    { id: 'said', header: t('saidSo'), numeric: true, cell: ({ right, n }) => t('of', { right, n }) },
    {
      id: 'columns',
      header: t('marked'),
      cell: (each) => (each.columns.length === 0 ? '–' : each.columns.join(', ')),
    },
  ];
  return (
    <DataTable
      caption={t('recognisedCaption')}
      showCaption
      columns={columns}
      rows={rows}
      rowKey={({ row }) => String(row)}
      dense
      narrow="cards"
    />
  );
}
