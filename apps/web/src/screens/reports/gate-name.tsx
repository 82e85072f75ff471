'use client';

import { gateMetricIds, gateMetrics } from '@assay/contracts';
import { GuideLink } from '~/shell/guide-link.tsx';

/** The name of a gate; it leads to what its figure means. */
export function GateName({ name, metric }: { name: string; metric: string }) {
  const known = gateMetricIds.find((each) => each === metric);
  if (known === undefined) return name;
  return (
    <GuideLink page={`metrics/${gateMetrics[known].of}`} plain>
      {name}
    </GuideLink>
  );
}
