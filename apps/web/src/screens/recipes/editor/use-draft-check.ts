'use client';

import type { Recipe, RecipeProblem } from '@assay/contracts';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { DraftProblem } from '../draft.ts';
import type { RecipeCheck } from '../recipe-types.ts';

const TYPING_PAUSE_MS = 400;

export type DraftCheck = {
  problems: readonly RecipeProblem[];
  conditions: RecipeCheck['conditions'];
  checking: boolean;
};

/** Asks the server about a recipe as it is typed; what cannot be read yet is told without asking. */
export function useDraftCheck(
  projectId: string,
  document: Recipe | null,
  unread: readonly DraftProblem[],
): DraftCheck {
  const t = useTranslations('recipes.editor.problems');
  const trpc = useTRPC();
  const [settled, setSettled] = useState(document);
  const text = JSON.stringify(document);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text)), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const check = useQuery({
    ...trpc.recipe.check.queryOptions(
      settled === null ? skipToken : { projectId, document: settled, rows: null },
    ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const own = unread.map(
    ({ field, code, detail }): RecipeProblem => ({
      severity: 'error',
      code,
      field,
      message: t(code, { detail }),
      next: null,
    }),
  );
  return {
    problems: own.length > 0 ? own : (check.data?.problems ?? []),
    conditions: check.data?.conditions ?? [],
    checking: document !== null && (JSON.stringify(settled) !== text || check.isFetching),
  };
}
