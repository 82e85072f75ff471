'use client';

import { useTranslations } from 'next-intl';
import type { DraftProblem } from '../draft.ts';

/** What is wrong at a field in words, once it is to be said; nothing while somebody is still typing for the first time. */
export type ProblemAt = (field: string) => string | undefined;

/** The words of a problem. */
export function useProblemText(): (problem: DraftProblem) => string {
  const t = useTranslations('guidelines.editor.problems');
  return ({ code, detail }) => (code === 'other' ? detail : t(code, { detail }));
}
