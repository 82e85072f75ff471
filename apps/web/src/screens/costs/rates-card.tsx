'use client';

import { Badge, Button, Card, DataTable, DateTime, EmptyState, type TableColumn, useUi } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Coins } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import type { RatesVersion } from './cost-types.ts';
import { formatMoney } from './money.ts';
import { RatesSheet } from './rates-sheet.tsx';

/** What work costs, as it was said: the newest first, each with since when it holds. */
export function RatesCard({ projectId }: { projectId: string }) {
  const t = useTranslations('costs.rates');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { locale } = useUi();
  const { may } = useMay(projectId);
  const [changing, setChanging] = useState(false);
  const query = useQuery(trpc.cost.rates.queryOptions(may('cost.read') ? { projectId } : skipToken));
  const money = (units: number | null, { rates }: RatesVersion) =>
    units === null ? '–' : formatMoney(units, rates.currency, locale);
  const columns: TableColumn<RatesVersion>[] = [
    {
      id: 'from',
      header: t('holds'),
      rowHeader: true,
      cell: ({ holdsFrom, replaced }) => (
        <span className="flex flex-wrap items-center gap-1.5">
          {holdsFrom === null ? t('always') : <DateTime at={holdsFrom} />}
          {replaced ? <Badge>{t('replaced')}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'annotator',
      header: t('annotator'),
      numeric: true,
      cell: (row) => money(row.rates.annotator, row),
    },
    { id: 'expert', header: t('expert'), numeric: true, cell: (row) => money(row.rates.expert, row) },
    {
      id: 'people',
      header: t('people'),
      cell: (row) =>
        row.people.length === 0 ? (
          '–'
        ) : (
          <span className="flex flex-col">
            {row.people.map(({ userId, name, hour }) => (
              <span key={userId}>
                {name ?? common('unknownPerson')}: {money(hour, row)}
              </span>
            ))}
          </span>
        ),
    },
    {
      id: 'machine',
      header: t('machine'),
      numeric: true,
      cell: (row) => {
        const { machine } = row.rates;
        if (machine === null) return '–';
        return machine.by === 'rows'
          ? t('thousandOf', { amount: money(machine.thousand, row) })
          : t('hourOf', { amount: money(machine.hour, row) });
      },
    },
    {
      id: 'saved',
      header: t('saved'),
      cell: ({ at, by, note }) => (
        <span className="flex flex-col">
          <span>
            <DateTime at={at} />, {by.name ?? common('unknownPerson')}
          </span>
          {note === '' ? null : <span className="text-xs text-fg-muted wrap-anywhere">{note}</span>}
        </span>
      ),
    },
  ];
  return (
    <QueryState query={query} loading={<LoadingCard />}>
      {(rates) => (
        <Card
          title={t('title')}
          description={t('about')}
          flush
          {...(may('cost.manage')
            ? {
                actions: (
                  <Button onClick={() => setChanging(true)}>
                    {t(rates.number === 0 ? 'set' : 'change')}
                  </Button>
                ),
              }
            : {})}
        >
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={rates.versions}
            rowKey={({ number }) => String(number)}
            narrow="cards"
            empty={
              <EmptyState icon={<Coins />} compact title={t('emptyTitle')} description={t('emptyBody')} />
            }
          />
          {changing ? (
            <RatesSheet projectId={projectId} rates={rates} onClose={() => setChanging(false)} />
          ) : null}
        </Card>
      )}
    </QueryState>
  );
}
