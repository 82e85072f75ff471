'use client';

import { Button, EmptyState, IconButton, Popover, SkeletonRows, TextLink } from '@assay/ui';
import { Bell } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { NotificationRow } from './notification-row.tsx';
import { useOrg } from './org-context.tsx';
import { RefusalCallout } from './refusal-callout.tsx';
import { useMarkRead } from './use-mark-read.ts';

const SHOWN = 8;

export function NotificationBell() {
  const t = useTranslations('shell');
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(trpc.notification.unreadCount.queryOptions());
  const unread = data?.unread ?? 0;
  return (
    <span className="relative">
      <Popover
        label={t('notifications')}
        align="end"
        flush
        className="w-96"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            label={unread === 0 ? t('notifications') : t('notificationsUnread', { count: unread })}
            icon={<Bell aria-hidden />}
          />
        }
      >
        <NotificationPanel unread={unread} close={() => setOpen(false)} />
      </Popover>
      {unread === 0 ? null : (
        <span
          aria-hidden
          className="pointer-events-none absolute -top-0.5 -right-0.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full border-2 border-surface bg-bad px-1 text-xs leading-none font-semibold tabular-nums text-on-bad"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </span>
  );
}

/** The newest notifications; mounted, and so read, only while it is open. */
function NotificationPanel({ unread, close }: { unread: number; close: () => void }) {
  const t = useTranslations('shell');
  const trpc = useTRPC();
  const { path } = useOrg();
  const list = useQuery(trpc.notification.list.queryOptions({ limit: SHOWN }));
  const markRead = useMarkRead();
  const rows = list.data?.notifications ?? [];
  return (
    <>
      <div className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-4">
        <p className="text-sm font-semibold">{t('notifications')}</p>
        {unread === 0 ? null : (
          <Button
            size="sm"
            variant="quiet"
            loading={markRead.isPending}
            onClick={() => markRead.mutate({ ids: null })}
          >
            {t('markAllRead')}
          </Button>
        )}
      </div>
      <RefusalCallout error={list.error ?? markRead.error} />
      {list.isPending ? (
        <SkeletonRows rows={3} />
      ) : rows.length === 0 ? (
        <EmptyState compact title={t('noNotifications')} description={t('noNotificationsBody')} />
      ) : (
        <ul className="max-h-96 overflow-y-auto p-1.5">
          {rows.map((row) => (
            <li key={row.id}>
              <NotificationRow
                notification={row}
                onOpen={() => {
                  if (row.readAt === null) markRead.mutate({ ids: [row.id] });
                  close();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="border-t border-line px-4 py-2.5 text-sm">
        <TextLink href={path('/notifications')} onClick={close}>
          {t('allNotifications')}
        </TextLink>
      </p>
    </>
  );
}
