import type { AppRouter } from '@assay/api';
import { type MetricId, metricDefinition, metricIds } from '@assay/contracts';
import { formatNumber } from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';

export type Goal = inferRouterOutputs<AppRouter>['goal']['list']['goals'][number];

/** A figure of a metric as it is written everywhere: shares as percentages. */
export function writeFigure(metric: string, value: number, locale: string): string {
  const known = metricIds.find((each): each is MetricId => each === metric);
  const unit = known === undefined ? 'statistic' : metricDefinition(known).unit;
  if (unit === 'share') return formatNumber(value, locale, 'percent', 2);
  return formatNumber(value, locale, 'plain', unit === 'count' ? 0 : 4);
}

const signs = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=' } as const;

/** What a goal wants, as `≤ 5.00%`. */
export function writeTarget(goal: Pick<Goal, 'comparator' | 'metric' | 'target'>, locale: string): string {
  return `${signs[goal.comparator]} ${writeFigure(goal.metric, goal.target, locale)}`;
}
