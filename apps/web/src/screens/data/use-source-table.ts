'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC, useTRPCClient } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Source, useMay, VersionSummary } from '../sources/use-source.ts';
import { distributionHeights } from './distribution.tsx';
import { rowsHref } from './rows-href.ts';
import type { TableAdapter, TableColumnInfo } from './table-adapter.ts';
import { useAllColumns } from './use-all-columns.ts';

/** The rows of a source version as a table of the browser; null while its columns are loading. */
export function useSourceTable(
  source: Source,
  version: VersionSummary,
  may: ReturnType<typeof useMay>['may'],
): { table: TableAdapter | null; error: unknown; refetch: () => unknown } {
  const t = useTranslations('data.rows');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { path, organisation } = useOrg();
  const columns = useAllColumns(version.id);
  const profile = useQuery(
    trpc.sourceVersion.profile.queryOptions(
      { versionId: version.id },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const mayClear = may('source.unmask');
  const suffix = version.id === source.currentVersionId ? '' : `?version=${version.id}`;
  const infos = useMemo(
    () =>
      columns.data?.map((column): TableColumnInfo => {
        const finding = column.findings[0];
        return {
          ...column,
          maskedReason:
            finding === undefined ? null : t('maskedReason', { kind: finding.kind.replaceAll('-', ' ') }),
        };
      }),
    [columns.data, t],
  );
  const pictures = useMemo(
    () => new Map(profile.data?.columns.map((column) => [column.name, distributionHeights(column)])),
    [profile.data],
  );
  const table = useMemo((): TableAdapter | null => {
    if (infos === undefined) return null;
    const versionId = version.id;
    return {
      key: versionId,
      name: source.name,
      totalRows: version.rows ?? 0,
      columns: infos,
      load: (request) => client.sourceVersion.rows.query({ versionId, ...request }),
      stats: (column, predicate) => client.sourceVersion.columnStats.query({ versionId, column, predicate }),
      distribution: (column) => pictures.get(column) ?? null,
      rowHref: (row) => path(`/sources/${source.id}/rows/${row + 1}${suffix}`),
      downloads: [
        { format: 'csv', href: rowsHref(`/api/versions/${versionId}/rows.csv`, organisation.slug) },
      ],
      loadClear: mayClear
        ? (request, reason) =>
            client.sourceVersion.unmaskRows.mutate({ versionId, ...request, unmask: { reason } })
        : null,
      views: { type: 'source-rows', id: source.id },
    };
  }, [
    infos,
    version.id,
    version.rows,
    source.name,
    source.id,
    client,
    pictures,
    path,
    organisation.slug,
    mayClear,
    suffix,
  ]);
  return { table, error: columns.error, refetch: columns.refetch };
}
