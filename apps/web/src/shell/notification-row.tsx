'use client';

import { cn, TimeAgo, UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type Notification, useNotificationText } from './notification-text.ts';
import { useOrg } from './org-context.tsx';

/** One notification as a link to what it is about; unread ones are marked by a dot and in words. */
export function NotificationRow({
  notification,
  onOpen,
}: {
  notification: Notification;
  onOpen: () => void;
}) {
  const t = useTranslations('notifications');
  const textOf = useNotificationText();
  const { path } = useOrg();
  const { title, detail } = textOf(notification);
  const unread = notification.readAt === null;
  return (
    <UiLink
      href={path(notification.link ?? '/notifications')}
      onClick={onOpen}
      className="ring-inside flex items-start gap-3 rounded-md px-3 py-2.5 text-left hover:bg-hover tap"
    >
      <span
        aria-hidden
        className={cn('mt-1.5 size-2 shrink-0 rounded-full', unread ? 'bg-accent' : 'bg-transparent')}
      />
      <span className="min-w-0 flex-1">
        {unread ? <span className="sr-only">{t('unreadMark')} </span> : null}
        <span
          className={cn('block text-sm wrap-anywhere', unread ? 'font-medium text-fg' : 'text-fg-secondary')}
        >
          {title}
        </span>
        {detail === null ? null : (
          <span className="mt-0.5 line-clamp-2 block text-xs text-fg-muted wrap-anywhere">{detail}</span>
        )}
      </span>
      <TimeAgo at={notification.createdAt} className="shrink-0 text-xs text-fg-muted" />
    </UiLink>
  );
}
