'use client';

import { skipReason, taskStatus } from '@assay/contracts';
import {
  Button,
  Card,
  DataTable,
  DateTime,
  EmptyState,
  Pagination,
  Select,
  type TableColumn,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { TaskStatusBadge } from '../batch-badges.tsx';
import { type BatchTask, type BatchView, isLive, LOOK_MS } from '../batch-types.ts';

/** Where a page begins, as the address says it: behind this turn of this sample. */
function placeOf(cursor: string | null): { item: number; slot: number } | null {
  const [, item, slot] = /^(\d{1,9})\.(\d{1,4})$/.exec(cursor ?? '') ?? [];
  return item === undefined || slot === undefined ? null : { item: Number(item), slot: Number(slot) };
}

/** The turns of a batch one by one: which row, how it stands, whose it is or was. */
export function TasksCard({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.tasks');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const status = taskStatus.safeParse(params.get('status')).data;
  const reason = skipReason.safeParse(params.get('reason')).data;
  const person = params.get('person');
  const query = useQuery({
    ...trpc.batch.tasks.queryOptions({
      batchId: batch.id,
      after: placeOf(cursor),
      limit: 25,
      ...(status === undefined ? {} : { status }),
      ...(reason === undefined ? {} : { skipReason: reason }),
      ...(person === null ? {} : { personId: person }),
    }),
    placeholderData: keepPreviousData,
    refetchInterval: isLive(batch.status) ? LOOK_MS : false,
  });
  const columns = useTaskColumns(batch.kind === 'blind');
  return (
    <QueryState query={query} loading={<LoadingCard />}>
      {({ tasks, next }) => (
        <div id="tasks" className="flex scroll-mt-4 flex-col gap-4">
          <Card title={t('title')} description={t('about')} flush>
            <Filters batchId={batch.id} />
            <DataTable
              caption={t('title')}
              columns={columns}
              rows={tasks}
              rowKey={(task) => task.id}
              narrow="cards"
              dense
              empty={
                <EmptyState
                  icon={<SearchX />}
                  compact
                  title={t('noMatchTitle')}
                  description={t('noMatchBody')}
                  action={
                    <Button
                      onClick={() => replace({ status: null, person: null, reason: null, after: null })}
                    >
                      {t('clear')}
                    </Button>
                  }
                />
              }
            />
          </Card>
          {cursor === null && next === null ? null : (
            <Pagination {...pages(next === null ? null : `${next.item}.${next.slot}`)} />
          )}
        </div>
      )}
    </QueryState>
  );
}

function useTaskColumns(isBlind: boolean): TableColumn<BatchTask>[] {
  const t = useTranslations('batches.tasks');
  const reasons = useTranslations('batches.skipReasons');
  const common = useTranslations('common');
  return [
    {
      id: 'sample',
      header: t('sample'),
      rowHeader: true,
      cell: ({ item, row, slot }) => (
        <span className="whitespace-nowrap tabular-nums">
          {isBlind ? t('placeOf', { sample: item + 1 }) : t('sampleOf', { sample: item + 1, row: row + 1 })}
          {slot === 1 ? null : <span className="font-normal text-fg-muted"> {t('turn', { slot })}</span>}
        </span>
      ),
    },
    { id: 'status', header: t('status'), cell: ({ status }) => <TaskStatusBadge status={status} /> },
    {
      id: 'person',
      header: t('person'),
      cell: ({ personId, personName }) => (personId === null ? '–' : (personName ?? common('unknownPerson'))),
    },
    {
      id: 'when',
      header: t('when'),
      cell: ({ endedAt, leaseUntil }) =>
        leaseUntil !== null ? (
          <span className="text-fg-secondary">
            {t.rich('until', { at: () => <DateTime at={leaseUntil} format="time" /> })}
          </span>
        ) : endedAt === null ? (
          '–'
        ) : (
          <TimeAgo at={endedAt} />
        ),
    },
    {
      id: 'why',
      header: t('why'),
      cell: ({ skipReason: why, skipNote }) =>
        why === null ? (
          '–'
        ) : (
          <span className="flex flex-col">
            <span>{reasons(why)}</span>
            {skipNote === null || skipNote === '' ? null : (
              <span className="max-w-sm text-xs text-fg-muted wrap-anywhere">{skipNote}</span>
            )}
          </span>
        ),
    },
  ];
}

function Filters({ batchId }: { batchId: string }) {
  const t = useTranslations('batches.tasks');
  const words = useTranslations('batches');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const workers = useQuery(trpc.batch.workers.queryOptions({ batchId }));
  const set = (name: string) => (event: { target: { value: string } }) =>
    replace({ [name]: event.target.value, after: null });
  return (
    <div className="flex flex-wrap gap-2 border-b border-line p-4 sm:px-5">
      <Select
        aria-label={t('statusLabel')}
        className="w-full sm:w-44"
        value={params.get('status') ?? ''}
        onChange={set('status')}
        options={[
          { value: '', label: t('anyStatus') },
          ...taskStatus.options.map((each) => ({ value: each, label: words(`taskStatus.${each}`) })),
        ]}
      />
      <Select
        aria-label={t('personLabel')}
        className="w-full sm:w-44"
        value={params.get('person') ?? ''}
        onChange={set('person')}
        options={[
          { value: '', label: t('anyPerson') },
          ...(workers.data ?? []).map((each) => ({
            value: each.userId,
            label: each.name ?? common('unknownPerson'),
          })),
        ]}
      />
      <Select
        aria-label={t('reasonLabel')}
        className="w-full sm:w-44"
        value={params.get('reason') ?? ''}
        onChange={set('reason')}
        options={[
          { value: '', label: t('anyReason') },
          ...skipReason.options.map((each) => ({ value: each, label: words(`skipReasons.${each}`) })),
        ]}
      />
    </div>
  );
}
