'use client';

import { Card, DataTable, EmptyState, type TableColumn, TextLink } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { ShieldQuestion } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ControlRateText } from './control-rate-text.tsx';
import { type ControlNumbers, useControlsHref, useLabellingFilter } from './use-labelling.ts';

type Person = ControlNumbers['people'][number];
type Fault = ControlNumbers['faults'][number];

/** How often people answered rightly what was known already, and caught what was planted. */
export function ControlsCard({ projectId }: { projectId: string }) {
  const t = useTranslations('labelling.controls');
  const trpc = useTRPC();
  const { batchId, days, timeZone } = useLabellingFilter();
  const numbers = useQuery({
    ...trpc.dashboard.controls.queryOptions({ projectId, batchId, days, timeZone }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={numbers} loading={<LoadingCard />}>
      {(data) => (
        <Card title={t('title')} description={t('about')} flush>
          {data.people.length === 0 ? (
            <EmptyState
              icon={<ShieldQuestion />}
              compact
              title={t('emptyTitle')}
              description={t('emptyBody')}
            />
          ) : (
            <ControlTables projectId={projectId} data={data} />
          )}
        </Card>
      )}
    </QueryState>
  );
}

function ControlTables({ projectId, data }: { projectId: string; data: ControlNumbers }) {
  const t = useTranslations('labelling.controls');
  const faultWords = useTranslations('labelling.faults');
  const common = useTranslations('common');
  const href = useControlsHref(projectId);
  const everybody = { userId: null, name: t('everybody'), ...data.total };
  const people: (Person | typeof everybody)[] =
    data.people.length > 1 ? [...data.people, everybody] : [...data.people];
  const columns: TableColumn<(typeof people)[number]>[] = [
    {
      id: 'name',
      header: t('person'),
      rowHeader: true,
      cell: ({ userId, name }) => (
        <TextLink href={href(userId === null ? {} : { person: userId })}>
          {name ?? common('unknownPerson')}
        </TextLink>
      ),
    },
    {
      id: 'gold',
      header: t('gold'),
      numeric: true,
      cell: ({ userId, gold }) => (
        <ControlRateText
          rate={gold}
          href={href({ kind: 'gold', ...(userId === null ? {} : { person: userId }) })}
        />
      ),
    },
    {
      id: 'seeded',
      header: t('seeded'),
      numeric: true,
      cell: ({ userId, seeded }) => (
        <ControlRateText
          rate={seeded}
          href={href({ kind: 'seeded', ...(userId === null ? {} : { person: userId }) })}
        />
      ),
    },
  ];
  const faults: TableColumn<Fault>[] = [
    {
      id: 'fault',
      header: t('fault'),
      rowHeader: true,
      cell: ({ fault }) => <TextLink href={href({ fault })}>{faultWords(fault)}</TextLink>,
    },
    {
      id: 'caught',
      header: t('seeded'),
      numeric: true,
      cell: (each) => <ControlRateText rate={each} href={href({ fault: each.fault })} />,
    },
  ];
  return (
    <div className="flex flex-col gap-6">
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={people}
        rowKey={({ userId }) => userId ?? 'everybody'}
        narrow="cards"
      />
      {data.faults.length === 0 ? null : (
        <DataTable
          caption={t('faultsTitle')}
          columns={faults}
          rows={data.faults}
          rowKey={({ fault }) => fault}
          narrow="cards"
        />
      )}
    </div>
  );
}
