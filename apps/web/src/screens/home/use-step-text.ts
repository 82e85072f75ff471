'use client';

import { useTranslations } from 'next-intl';
import type { Home } from './home-types.ts';

/** The words of a next step: what to do, and why. */
export function useStepText() {
  const t = useTranslations('home');
  return ({ code, params }: Home['next'][number]): { title: string; why: string } => {
    const title = `next.${code}.title`;
    const why = `next.${code}.why`;
    return t.has(title as never)
      ? { title: t(title as never, params as never), why: t(why as never, params as never) }
      : { title: code, why: '' };
  };
}
