'use client';

import type { ImportNotice } from '@assay/contracts';
import { Badge, Card, ScrollRegion } from '@assay/ui';
import { useTranslations } from 'next-intl';

const tones = { info: 'info', warning: 'warn', error: 'bad' } as const;

/** What the profile wants people to know; nothing where there is nothing. */
export function ProfileNotices({ notices }: { notices: readonly ImportNotice[] }) {
  const t = useTranslations('data.profile');
  if (notices.length === 0) return null;
  return (
    <Card title={t('notices')}>
      <ScrollRegion label={t('notices')} className="max-h-60 overflow-y-auto">
        <ul className="space-y-2 text-sm">
          {notices.map((notice) => (
            <li
              key={`${notice.code} ${notice.column ?? ''} ${notice.message}`}
              className="flex items-start gap-2"
            >
              <Badge tone={tones[notice.severity]}>{notice.column ?? t('rows')}</Badge>
              <span className="min-w-0 wrap-anywhere">{notice.message}</span>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </Card>
  );
}
