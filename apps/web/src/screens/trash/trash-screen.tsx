'use client';

import {
  Badge,
  Button,
  Card,
  DataTable,
  DateTime,
  EmptyState,
  PageHeader,
  SkeletonRows,
  TimeAgo,
} from '@assay/ui';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type Trashed, useTrash } from './use-trash.ts';

/** Whole days until then, never below zero. */
function daysLeft(emptiesAt: string): number {
  return Math.max(0, Math.floor((Date.parse(emptiesAt) - Date.now()) / 86_400_000));
}

/** What was put away, by whom, how long it stays, and the way back. */
export function TrashScreen() {
  const t = useTranslations('trash');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const list = useQuery(trpc.trash.list.queryOptions());
  const { restore, busy } = useTrash();
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description', { days: list.data?.keptDays ?? 30 })}
        breadcrumbs={crumbs([{ label: t('title') }])}
      />
      <Card flush>
        <QueryState query={list} loading={<SkeletonRows />}>
          {({ items }) => (
            <DataTable
              caption={t('title')}
              narrow="cards"
              rows={items}
              rowKey={(item) => item.id}
              empty={
                <EmptyState
                  icon={<Trash2 aria-hidden />}
                  title={t('emptyTitle')}
                  description={t('emptyBody')}
                />
              }
              columns={[
                {
                  id: 'name',
                  header: t('name'),
                  rowHeader: true,
                  cell: (item) => (
                    <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
                      <span className="wrap-anywhere">{item.name}</span>
                      <Badge>{t(`kind.${item.kind}`)}</Badge>
                    </span>
                  ),
                },
                {
                  id: 'by',
                  header: t('deletedBy'),
                  cell: (item) =>
                    item.deletedBy === null
                      ? common('system')
                      : (item.deletedBy.name ?? common('unknownPerson')),
                },
                {
                  id: 'at',
                  header: t('deletedAt'),
                  cell: (item) => <TimeAgo at={item.deletedAt} className="text-fg-secondary" />,
                },
                {
                  id: 'until',
                  header: t('emptiesAt'),
                  cell: (item) => (
                    <span className="text-fg-secondary">
                      <DateTime at={item.emptiesAt} format="date" />
                      <span className="block text-xs text-fg-muted">
                        {t('daysLeft', { count: daysLeft(item.emptiesAt) })}
                      </span>
                    </span>
                  ),
                },
              ]}
              rowActionsLabel={common('actions')}
              rowActions={(item: Trashed) =>
                item.mayRestore ? (
                  <Button
                    size="sm"
                    icon={<RotateCcw aria-hidden />}
                    loading={busy === item.id}
                    disabled={busy !== null}
                    onClick={() => void restore(item)}
                  >
                    {common('restore')}
                  </Button>
                ) : null
              }
            />
          )}
        </QueryState>
      </Card>
      {list.data?.items.some((item) => !item.mayRestore) === true ? (
        <p className="mt-3 text-sm text-fg-secondary">{t('mayNotRestore')}</p>
      ) : null}
    </>
  );
}
