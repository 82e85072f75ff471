import type { BiasReport } from '@assay/contracts';
import { useTranslations } from 'next-intl';

export type BiasGroup = BiasReport['groups'][number];

/** Names a group by its values; a missing value is named too. */
export function useGroupName(): (group: readonly (string | null)[]) => string {
  const t = useTranslations('data.bias');
  return (group) => group.map((value) => value ?? t('missingGroup')).join(' · ');
}
