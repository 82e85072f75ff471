'use client';

import type { ScenarioMinimum } from '@assay/contracts';
import { formatNumber, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { percentOf } from './minimum-text.ts';

/** Names of kinds and importances as options, and how many rows a scenario needs in words. */
export function useScenarioWords() {
  const t = useTranslations('scenarios');
  const { locale } = useUi();
  return {
    kinds: (['attribute', 'scenario', 'edge-case'] as const).map((value) => ({
      value,
      label: t(`kinds.${value}`),
    })),
    importances: (['must', 'should', 'could'] as const).map((value) => ({
      value,
      label: t(`importances.${value}`),
    })),
    minimum: (minimum: ScenarioMinimum): string =>
      minimum.kind === 'rows'
        ? t('atLeastRows', { rows: minimum.rows })
        : t('atLeastShare', {
            percent: formatNumber(percentOf(minimum), locale, 'plain', 4),
          }),
  };
}
