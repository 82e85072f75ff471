'use client';

import { Callout } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { Notice } from './desk/desk-types.ts';

/** What became of work that could not be taken, until it was read. */
export function Notices({
  notices,
  onDismiss,
}: {
  notices: readonly Notice[];
  onDismiss: (noticeId: string) => void;
}) {
  const t = useTranslations('work.notices');
  if (notices.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2">
      {notices.map(({ id, row, refusal }) => (
        <Callout
          key={id}
          tone="warn"
          announce="status"
          title={t('title', { row: row + 1, message: refusal.message })}
          onDismiss={() => onDismiss(id)}
        >
          {[refusal.kept, refusal.next].filter((text) => text !== null).join(' ')}
        </Callout>
      ))}
    </div>
  );
}
