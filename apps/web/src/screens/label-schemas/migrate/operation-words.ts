'use client';

import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';
import { useFormatter, useTranslations } from 'next-intl';

type Words = inferRouterOutputs<AppRouter>['labelSchema']['planMigration']['operations'][number]['words'];

/** An operation of a migration as a sentence. */
export function useOperationWords(): (words: Words) => string {
  const t = useTranslations('labelSchemas.migrate.words');
  const format = useFormatter();
  return ({ kind, path, names, to }) => {
    const what = path.join(' › ');
    const list = format.list(names, { type: 'conjunction' });
    switch (kind) {
      case 'rename':
        return t('rename', { what, to: to ?? '' });
      case 'merge':
        return t('merge', { list, what });
      case 'split':
        return to === null ? t('splitByHand', { what, list }) : t('split', { what, list, by: to });
      case 'move':
        return to === null ? t('moveToTop', { what }) : t('move', { what, to });
      case 'deprecate':
        return to === null ? t('restore', { what }) : t('deprecate', { what });
      case 'add-option':
        return t('addOption', { what, list });
      case 'widen':
        return t('widen', { what });
      case 'require':
        return to === null ? t('unrequire', { what }) : t('require', { what });
      default:
        return t('dropAttribute', { what });
    }
  };
}
