'use client';

import type { ColumnProfile } from '@assay/contracts';
import { DataTable, formatShare, Histogram, Skeleton, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { VersionSummary } from '../../sources/use-source.ts';

/** Shares of a histogram on other edges, each bin spread evenly over the edges that it covers. */
export function onEdges(
  from: { edges: readonly number[]; counts: readonly number[] },
  edges: readonly number[],
): number[] {
  const total = from.counts.reduce((sum, count) => sum + count, 0);
  const shares = Array.from({ length: Math.max(edges.length - 1, 0) }, () => 0);
  if (total === 0) return shares;
  for (const [bin, count] of from.counts.entries()) {
    const low = from.edges[bin] ?? 0;
    const high = from.edges[bin + 1] ?? low;
    for (let place = 0; place < shares.length; place += 1) {
      const left = edges[place] ?? 0;
      const right = edges[place + 1] ?? left;
      const overlap = Math.min(high, right) - Math.max(low, left);
      const part = high > low ? Math.max(overlap, 0) / (high - low) : low >= left && low < right ? 1 : 0;
      shares[place] = (shares[place] ?? 0) + (part * count) / total;
    }
  }
  return shares;
}

/** One column in both versions: histograms on common edges, or shares of its values side by side. */
export function DriftChart({
  column,
  before,
  after,
}: {
  column: string;
  before: VersionSummary;
  after: VersionSummary;
}) {
  const t = useTranslations('data.versions');
  const { locale } = useUi();
  const earlier = useProfileOf(before.id, column);
  const later = useProfileOf(after.id, column);
  if (earlier.isPending || later.isPending) return <Skeleton className="h-52" />;
  const title = t('chart', { column });
  const first = earlier.profile;
  const second = later.profile;
  const a = first?.numeric?.histogram ?? null;
  const b = second?.numeric?.histogram ?? null;
  if (a !== null && b !== null) {
    const low = Math.min(a.edges[0] ?? 0, b.edges[0] ?? 0);
    const high = Math.max(a.edges.at(-1) ?? 0, b.edges.at(-1) ?? 0);
    const bins = Math.min(Math.max(a.counts.length, b.counts.length), 40);
    const edges = Array.from({ length: bins + 1 }, (_, place) => low + ((high - low) * place) / bins);
    return (
      <Histogram
        title={title}
        edges={edges}
        series={[
          { name: t('after', { number: after.number }), values: onEdges(b, edges) },
          { name: t('before', { number: before.number }), values: onEdges(a, edges) },
        ]}
        formatValue={(share) => formatShare(share, 1, locale)}
      />
    );
  }
  const values = [
    ...new Set([...(second?.top ?? []), ...(first?.top ?? [])].map((each) => each.value)),
  ].slice(0, 20);
  if (values.length === 0) return <p className="text-sm text-fg-muted">{t('noChart')}</p>;
  const shareIn = (profile: ColumnProfile | undefined, value: string) => {
    const count = profile?.top.find((each) => each.value === value)?.count ?? 0;
    return formatShare(count, (profile?.rows ?? 0) - (profile?.missing ?? 0), locale);
  };
  return (
    <figure className="space-y-2">
      <figcaption className="text-sm font-medium">{title}</figcaption>
      <div className="rounded-lg border border-line">
        <DataTable
          caption={title}
          dense
          columns={[
            { id: 'value', header: t('categories'), cell: (value) => value },
            {
              id: 'before',
              header: t('before', { number: before.number }),
              numeric: true,
              cell: (value) => shareIn(first, value),
            },
            {
              id: 'after',
              header: t('after', { number: after.number }),
              numeric: true,
              cell: (value) => shareIn(second, value),
            },
          ]}
          rows={values}
          rowKey={(value) => value}
        />
      </div>
    </figure>
  );
}

function useProfileOf(versionId: string, column: string) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.sourceVersion.profile.queryOptions({ versionId }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return { isPending: query.isPending, profile: query.data?.columns.find((each) => each.name === column) };
}
