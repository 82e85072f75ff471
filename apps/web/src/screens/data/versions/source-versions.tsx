'use client';

import {
  Badge,
  Card,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
  NumberText,
  SkeletonRows,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { GitCompareArrows, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { type Source, useSource, type VersionSummary } from '../../sources/use-source.ts';
import { isPending, VersionStatus } from '../../sources/version-status.tsx';
import { VersionDrift } from './version-drift.tsx';

/** The versions of a source, and what drifted in one of them. */
export function SourceVersions({ sourceId }: { sourceId: string }) {
  const t = useTranslations('data.versions');
  const { path } = useOrg();
  const { params } = useUrlParams();
  const { source: query, may } = useSource(sourceId);
  const source = query.data;
  if (source === undefined) return <SkeletonRows rows={6} />;
  const wanted = params.get('drift');
  const drifted = source.versions.filter((version) => version.hasDrift);
  const shown = drifted.find((version) => version.id === wanted) ?? drifted[0];
  return (
    <div className="space-y-6">
      <Card
        title={t('list')}
        flush
        actions={
          may('source.create') && source.erasedAt === null ? (
            <LinkButton href={path(`/sources/${sourceId}/refresh`)} icon={<RefreshCw aria-hidden />}>
              {t('refresh')}
            </LinkButton>
          ) : undefined
        }
      >
        <DataTable
          caption={t('list')}
          narrow="cards"
          dense
          columns={useColumns(source)}
          rows={source.versions}
          rowKey={(version) => version.id}
          rowTone={(version) => (version.id === shown?.id ? 'selected' : undefined)}
        />
      </Card>
      {shown === undefined ? (
        <EmptyState
          compact
          icon={<GitCompareArrows aria-hidden />}
          title={t('noDrift')}
          description={source.versions.length < 2 ? t('onlyOne') : t('noDriftBody')}
        />
      ) : (
        <VersionDrift key={shown.id} source={source} version={shown} />
      )}
    </div>
  );
}

function useColumns(source: Source): TableColumn<VersionSummary>[] {
  const t = useTranslations('data.versions');
  const { path } = useOrg();
  const common = useTranslations('common');
  const { hrefWith } = useUrlParams();
  const base = `/sources/${source.id}`;
  return [
    {
      id: 'number',
      header: t('number'),
      cell: (version) => (
        <span className="flex flex-wrap items-center gap-2">
          {version.number}
          {version.id === source.currentVersionId ? <Badge tone="good">{t('current')}</Badge> : null}
          {version.status === 'READY' && version.id !== source.currentVersionId ? (
            <Badge tone="warn">{t('stale')}</Badge>
          ) : null}
        </span>
      ),
    },
    {
      id: 'file',
      header: t('file'),
      cell: (version) => <span className="wrap-anywhere">{version.fileName}</span>,
    },
    { id: 'status', header: t('status'), cell: (version) => <VersionStatus status={version.status} /> },
    {
      id: 'rows',
      header: t('rows'),
      numeric: true,
      cell: (version) => (version.rows === null ? '' : <NumberText value={version.rows} />),
    },
    {
      id: 'rejected',
      header: t('rejected'),
      numeric: true,
      cell: (version) => (version.rejected === null ? '' : <NumberText value={version.rejected} />),
    },
    {
      id: 'committed',
      header: t('committed'),
      className: 'whitespace-nowrap text-fg-secondary',
      cell: (version) => (version.committedAt === null ? '' : <DateTime at={version.committedAt} />),
    },
    { id: 'by', header: t('by'), className: 'sm:min-w-32', cell: (version) => version.createdByName ?? '' },
    {
      id: 'ways',
      header: common('open'),
      cell: (version) => (
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {isPending(version.status) ? (
            <TextLink href={path(`${base}/import/${version.id}`)}>{t('continue')}</TextLink>
          ) : null}
          {version.status === 'READY' ? (
            <TextLink
              href={path(
                `${base}/rows${version.id === source.currentVersionId ? '' : `?version=${version.id}`}`,
              )}
            >
              {t('seeRows')}
            </TextLink>
          ) : null}
          {version.hasDrift ? (
            <TextLink href={hrefWith({ drift: version.id, column: null })}>{t('seeDrift')}</TextLink>
          ) : null}
        </span>
      ),
    },
  ];
}
