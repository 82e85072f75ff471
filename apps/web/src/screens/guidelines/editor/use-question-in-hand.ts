'use client';

import { skipToken } from '@tanstack/react-query';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Question } from '../guideline-types.ts';

/** The answered question that the next version is to resolve, as the address names it; null for none. */
export function useQuestionInHand(guidelineId: string): Question | null {
  const trpc = useTRPC();
  const { params } = useUrlParams();
  const id = params.get('question');
  const questions = useQuery(
    trpc.guideline.questions.queryOptions(id === null ? skipToken : { guidelineId, limit: 200 }),
  );
  return questions.data?.questions.find((each) => each.id === id && each.state === 'ANSWERED') ?? null;
}
