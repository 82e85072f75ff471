'use client';

import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Whoever drew it is not sure of it; what it is called for who does not see it stands with its region. */
export function FlagSign({ text }: { text: string }) {
  const t = useTranslations('work.draw');
  return (
    <span title={text === '' ? t('flagged') : text} className="shrink-0 text-warn-text">
      <Flag aria-hidden className="size-4" />
    </span>
  );
}
