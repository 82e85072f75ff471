'use client';

import type { AppRouter } from '@assay/api';
import type { SplitPlan } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';

export type Split = inferRouterOutputs<AppRouter>['sourceVersion']['splits'][number];

/** A plan in a few words: its method, the column it divides by, its parts or cuts. */
export function usePlanText(): (plan: SplitPlan) => string {
  const t = useTranslations('data.splits');
  return (plan) =>
    [
      t(`methods.${plan.method}`),
      'column' in plan ? plan.column : null,
      'shares' in plan ? t('total', plan.shares) : `${plan.tuneFrom} · ${plan.testFrom}`,
    ]
      .filter((text) => text !== null)
      .join(' · ');
}
