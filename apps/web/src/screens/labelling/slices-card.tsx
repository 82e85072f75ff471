'use client';

import {
  Callout,
  Card,
  DataTable,
  Duration,
  EmptyState,
  LinkButton,
  NumberText,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { Layers } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { QuartileText } from './time-cells.tsx';
import { type SliceNumbers, useItemsHref, useLabellingFilter } from './use-labelling.ts';

type Slice = SliceNumbers['slices'][number];

/** While batches are left to be looked through, the next ones are asked for. */
const GO_ON_MS = 500;
const isWaiting = ({ counted, of, unreadable }: SliceNumbers['batches']) => counted + unreadable < of;

/** What was answered of the rows of each scenario, and how long it took. */
export function SlicesCard({ projectId }: { projectId: string }) {
  const t = useTranslations('labelling.slices');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { batchId, days, timeZone } = useLabellingFilter();
  const numbers = useQuery({
    ...trpc.dashboard.slices.queryOptions({ projectId, batchId, days, timeZone }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data !== undefined && isWaiting(state.data.batches) ? GO_ON_MS : false,
  });
  const columns = useSliceColumns(projectId);
  return (
    <QueryState query={numbers} loading={<LoadingCard />}>
      {({ slices, batches }) => (
        <Card title={t('title')} description={t('about')} flush>
          {isWaiting(batches) && slices.length > 0 ? (
            <p role="status" className="px-4 pb-3 text-sm text-fg-secondary sm:px-5">
              {t('waiting', { counted: batches.counted, of: batches.of })}
            </p>
          ) : null}
          {batches.unreadable > 0 && slices.length > 0 ? (
            <div className="px-4 pb-3 sm:px-5">
              <Callout tone="warn" title={t('unreadable', { count: batches.unreadable })} />
            </div>
          ) : null}
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={slices}
            rowKey={({ sliceId }) => sliceId}
            narrow="cards"
            empty={
              <EmptyState
                icon={<Layers />}
                compact
                title={t('emptyTitle')}
                description={t('emptyBody')}
                action={
                  <LinkButton href={path(`/projects/${projectId}/scenarios`)}>{t('toScenarios')}</LinkButton>
                }
              />
            }
          />
        </Card>
      )}
    </QueryState>
  );
}

function useSliceColumns(projectId: string): TableColumn<Slice>[] {
  const t = useTranslations('labelling.slices');
  const href = useItemsHref(projectId);
  return [
    {
      id: 'slice',
      header: t('slice'),
      rowHeader: true,
      cell: ({ sliceId, name, unasked }) => (
        <span className="flex flex-col">
          <TextLink href={href({ slice: sliceId, status: 'SUBMITTED' })}>{name}</TextLink>
          {unasked === 0 ? null : (
            <span className="text-xs font-normal text-fg-muted">{t('unasked', { count: unasked })}</span>
          )}
        </span>
      ),
    },
    {
      id: 'samples',
      header: t('samples'),
      numeric: true,
      cell: ({ samples }) => <NumberText value={samples} />,
    },
    {
      id: 'answers',
      header: t('answers'),
      numeric: true,
      cell: ({ answers }) => <NumberText value={answers} />,
    },
    {
      id: 'time',
      header: t('time'),
      numeric: true,
      cell: ({ activeMs }) => <Duration ms={Math.round(activeMs / 1000) * 1000} />,
    },
    {
      id: 'median',
      header: t('median'),
      numeric: true,
      cell: ({ median, q1, q3 }) => <QuartileText median={median} q1={q1} q3={q3} />,
    },
  ];
}
