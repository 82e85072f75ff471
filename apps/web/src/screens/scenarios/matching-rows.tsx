'use client';

import { formatPredicate } from '@assay/domain';
import { formatNumber, TextLink, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { CoveredItem } from './scenario-types.ts';

/** How many rows a scenario is, leading to them where they are of one run, and how many it needs. */
export function MatchingRows({ item, runId }: { item: CoveredItem; runId: string | null }) {
  const t = useTranslations('scenarios.coverage');
  const { locale } = useUi();
  const { path } = useOrg();
  const { scenario, matching, needed, reason } = item;
  if (matching === null || needed === null) {
    return reason === null ? (
      <span className="text-fg-muted">–</span>
    ) : (
      <span className="text-xs text-fg-muted wrap-anywhere">{reason}</span>
    );
  }
  const rows = t('rows', { rows: matching });
  const where = scenario.where === null ? '' : formatPredicate(scenario.where);
  return (
    <span className="tabular-nums">
      {runId === null || matching === 0 ? (
        rows
      ) : (
        <TextLink href={path(`/runs/${runId}/rows?${new URLSearchParams({ where })}`)}>{rows}</TextLink>
      )}{' '}
      <span className="whitespace-nowrap text-xs text-fg-muted">
        {t('ofNeeded', { needed: formatNumber(needed, locale) })}
      </span>
    </span>
  );
}
