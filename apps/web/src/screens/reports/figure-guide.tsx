'use client';

import { type MetricId, metricDefinition } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { GuideLink } from '~/shell/guide-link.tsx';

/** Under a stage: what each of its figures means, one link for each. */
export function FigureGuide({ metrics }: { metrics: readonly MetricId[] }) {
  const t = useTranslations('guide');
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-2.5 text-xs text-fg-muted print:hidden">
      {t('figures')}
      {metrics.map((metric) => (
        <GuideLink key={metric} page={`metrics/${metric}`}>
          {metricDefinition(metric).name}
        </GuideLink>
      ))}
    </p>
  );
}
