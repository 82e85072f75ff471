'use client';

import { useTranslations } from 'next-intl';

/** An action of the log in words; one that this version has no words for is shown as it is written. */
export function useActionText(): (action: string) => string {
  const t = useTranslations('actions');
  return (action) => (t.has(action as never) ? t(action as never) : action);
}
