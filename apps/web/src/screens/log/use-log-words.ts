'use client';

import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';

export type LogEvent = inferRouterOutputs<AppRouter>['log']['list']['events'][number];

/** Words for who acted and on what. A type without a word is shown as it is recorded. */
export function useLogWords() {
  const t = useTranslations('log');
  const common = useTranslations('common');
  const kindOf = (kind: string) => (t.has(`actors.${kind}` as never) ? t(`actors.${kind}` as never) : kind);
  return {
    actor: (actor: LogEvent['actor']): string =>
      actor.name ?? (actor.kind === 'user' ? common('unknownPerson') : kindOf(actor.kind)),
    object: (type: string): string =>
      t.has(`objects.${type}` as never) ? t(`objects.${type}` as never) : type,
    area: (area: string): string =>
      t.has(`actionArea.${area}` as never) ? t(`actionArea.${area}` as never) : t('actionArea.other'),
  };
}

/** The last part of an id, enough to tell two of them apart in a list. */
export function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-8)}` : id;
}
