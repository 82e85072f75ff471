'use client';

import {
  Button,
  Card,
  EmptyState,
  LinkButton,
  PageHeader,
  Pagination,
  SkeletonRows,
  useToast,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { Bell, CheckCheck, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NotificationRow } from '~/shell/notification-row.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useMarkRead } from '~/shell/use-mark-read.ts';
import { usePager } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

const PAGE = 30;

export function NotificationsScreen() {
  const t = useTranslations('notifications');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { toast } = useToast();
  const { cursor, pages } = usePager();
  const list = useQuery(
    trpc.notification.list.queryOptions({ cursor, limit: PAGE }, { placeholderData: keepPreviousData }),
  );
  const markRead = useMarkRead();
  const unread = list.data?.unread ?? 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: t('title') }])}
        actions={
          <LinkButton href={path('/notifications/choices')} icon={<SlidersHorizontal aria-hidden />}>
            {t('choose')}
          </LinkButton>
        }
      />
      <RefusalCallout error={markRead.error} />
      <Card
        className="max-w-3xl"
        flush
        title={t('unreadCount', { count: unread })}
        actions={
          unread === 0 ? undefined : (
            <Button
              size="sm"
              icon={<CheckCheck aria-hidden />}
              loading={markRead.isPending}
              onClick={() =>
                markRead.mutate({ ids: null }, { onSuccess: () => toast({ title: t('allRead') }) })
              }
            >
              {t('markAllRead')}
            </Button>
          )
        }
      >
        <QueryState query={list} loading={<SkeletonRows />}>
          {({ notifications }) =>
            notifications.length === 0 ? (
              <EmptyState icon={<Bell aria-hidden />} title={t('emptyTitle')} description={t('emptyBody')} />
            ) : (
              <ul className="p-2">
                {notifications.map((notification) => (
                  <li key={notification.id}>
                    <NotificationRow
                      notification={notification}
                      onOpen={() => {
                        if (notification.readAt === null) markRead.mutate({ ids: [notification.id] });
                      }}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
      </Card>
      {cursor === null && !list.data?.cursor ? null : (
        <div className="mt-4 max-w-3xl">
          <Pagination {...pages(list.data?.cursor)} />
        </div>
      )}
    </>
  );
}
