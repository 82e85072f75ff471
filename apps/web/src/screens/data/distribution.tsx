'use client';

import type { ColumnProfile } from '@assay/contracts';
import { BarChart, Histogram } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** The distribution of a column as its type asks: a histogram of numbers or times, bars of values. */
export function Distribution({ profile }: { profile: ColumnProfile }) {
  const t = useTranslations('data.stats');
  const numbers = profile.numeric?.histogram ?? null;
  if (numbers !== null) {
    return (
      <Histogram
        title={t('distribution')}
        edges={numbers.edges}
        series={[{ name: t('count'), values: numbers.counts }]}
      />
    );
  }
  const times = profile.datetime?.histogram ?? null;
  if (times !== null) {
    return (
      <Histogram
        title={t('distribution')}
        edges={times.edges.map((edge) => Date.parse(edge))}
        format={(at) => new Date(at).toISOString().slice(0, 10)}
        series={[{ name: t('count'), values: times.counts }]}
      />
    );
  }
  if ((profile.type === 'category' || profile.type === 'boolean') && profile.top.length > 0) {
    return (
      <BarChart
        title={t('distribution')}
        items={profile.top.map((each) => ({ label: each.value, value: each.count }))}
      />
    );
  }
  return null;
}

/** Heights for a small picture of a distribution; null where there is nothing to draw. */
export function distributionHeights(profile: ColumnProfile): readonly number[] | null {
  const counts =
    profile.numeric?.histogram?.counts ??
    profile.datetime?.histogram?.counts ??
    profile.top.slice(0, 12).map((each) => each.count);
  return counts.length < 2 || counts.every((count) => count <= 1) ? null : counts;
}
