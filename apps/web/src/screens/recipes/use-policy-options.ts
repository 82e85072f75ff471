'use client';

import type { SelectOption } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** The policies that a report can be judged by; the standard of the project says so. */
export function usePolicyOptions(projectId: string): { options: SelectOption[]; standard: string } {
  const t = useTranslations('recipes.start');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.policy.list.queryOptions({ projectId }));
  const policies = data?.policies ?? [];
  return {
    standard: policies.find((policy) => policy.isStandard)?.ref ?? 'balanced',
    options: policies.map(({ ref, isStandard, document: { name } }) => ({
      value: ref,
      label: isStandard ? t('standard', { name }) : name,
    })),
  };
}
