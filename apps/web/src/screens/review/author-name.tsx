'use client';

import { useTranslations } from 'next-intl';
import type { Answer } from './review-types.ts';

/** A person as the reader may see them: by letter, by name, or as oneself. */
export function useAuthorName(): (author: Answer['author']) => string {
  const t = useTranslations('review.item');
  const common = useTranslations('common');
  return ({ letter, name, you }) => {
    if (you) return common('you');
    if (name !== null) return name;
    return letter === null ? common('unknownPerson') : t('author', { letter });
  };
}
