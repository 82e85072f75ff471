'use client';

import type { AppRouter } from '@assay/api';
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
  useToast,
} from '@assay/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

type Item = inferRouterOutputs<AppRouter>['trash']['list']['items'][number];

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
  const { restore, restoring } = useRestore();
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description', { days: list.data?.keptDays ?? 30 })}
        breadcrumbs={crumbs([{ label: t('title') }])}
      />
      <Card flush>
        <QueryState query={list} loading={<SkeletonRows />}>
          {({ items, mayRestore }) => (
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
              {...(mayRestore
                ? {
                    rowActionsLabel: common('actions'),
                    rowActions: (item: Item) => (
                      <Button
                        size="sm"
                        icon={<RotateCcw aria-hidden />}
                        loading={restoring === item.id}
                        onClick={() => restore(item)}
                      >
                        {common('restore')}
                      </Button>
                    ),
                  }
                : {})}
            />
          )}
        </QueryState>
      </Card>
      {list.data?.mayRestore === false && list.data.items.length > 0 ? (
        <p className="mt-3 text-sm text-fg-secondary">{t('mayNotRestore')}</p>
      ) : null}
    </>
  );
}

function useRestore() {
  const t = useTranslations('trash');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { path } = useOrg();
  const { toast } = useToast();
  const options = {
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error: unknown) => toast({ title: refusalOf(error).message, tone: 'bad' }),
  } as const;
  const project = useMutation(trpc.project.restore.mutationOptions(options));
  const source = useMutation(trpc.trash.restoreSource.mutationOptions(options));
  const restore = (item: Item) => {
    const done = () =>
      toast({
        title: t('restored', { name: item.name }),
        action: {
          label: common('open'),
          onPress: () =>
            router.push(path(item.kind === 'project' ? `/projects/${item.id}` : `/sources/${item.id}`)),
        },
      });
    if (project.isPending || source.isPending) return;
    if (item.kind === 'project') project.mutate({ projectId: item.id }, { onSuccess: done });
    else source.mutate({ sourceId: item.id }, { onSuccess: done });
  };
  const restoring = project.isPending
    ? project.variables.projectId
    : source.isPending
      ? source.variables.sourceId
      : null;
  return { restore, restoring };
}
