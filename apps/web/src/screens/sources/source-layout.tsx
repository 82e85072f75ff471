'use client';

import { Badge, LinkTabs, PageHeader, SkeletonPage } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { usePathname, useSelectedLayoutSegment } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { Failure } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type Source, useSource } from './use-source.ts';
import { VersionStatus } from './version-status.tsx';

const TABS = [
  'overview',
  'columns',
  'findings',
  'terms',
  'profile',
  'bias',
  'splits',
  'rows',
  'versions',
  'dependents',
] as const;

/** The frame of a source: its name, where it stands, and the way to each of its pages. Pages inside have no h1. */
export function SourceLayout({ sourceId, children }: { sourceId: string; children: ReactNode }) {
  const t = useTranslations('sources');
  const { source, project } = useSource(sourceId);
  // An import and a refresh are ways through, with a heading of their own.
  const segment = useSelectedLayoutSegment();
  if (segment === 'import' || segment === 'refresh') return children;
  if (source.data === undefined) {
    return source.isPending ? (
      <>
        <h1 className="sr-only">{t('source')}</h1>
        <SkeletonPage />
      </>
    ) : (
      <>
        <PageHeader title={t('source')} />
        <Failure error={source.error} onRetry={source.refetch} retrying={source.isFetching} />
      </>
    );
  }
  return (
    <>
      <SourceHeader source={source.data} projectName={project?.name} />
      {children}
    </>
  );
}

function SourceHeader({ source, projectName }: { source: Source; projectName: string | undefined }) {
  const t = useTranslations('sources');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const pathname = usePathname();
  const { path } = useOrg();
  const base = path(`/sources/${source.id}`);
  const versionId = source.currentVersionId;
  const findings = useQuery(
    trpc.sourceVersion.findings.queryOptions(versionId === null ? skipToken : { versionId }),
  );
  const open = findings.data?.filter((finding) => finding.status === 'OPEN').length ?? 0;
  return (
    <PageHeader
      title={source.name}
      breadcrumbs={crumbs([
        { label: projectName ?? t('project'), href: path(`/projects/${source.projectId}`) },
        { label: t('sources'), href: path(`/projects/${source.projectId}/sources`) },
        { label: source.name },
      ])}
      badges={<SourceBadges source={source} />}
    >
      <LinkTabs
        label={t('tabsLabel')}
        currentPath={pathname}
        items={TABS.map((tab) => ({
          href: tab === 'overview' ? base : `${base}/${tab}`,
          label: t(`tabs.${tab}`),
          ...(tab === 'findings' && open > 0 ? { count: open } : {}),
        }))}
      />
    </PageHeader>
  );
}

/** Where the source stands: its current version, or the one that is on its way, and whether it can be synthesised. */
export function SourceBadges({ source }: { source: Source }) {
  const t = useTranslations('sources');
  if (source.erasedAt !== null) return <Badge tone="neutral">{t('status.ERASED')}</Badge>;
  const shown =
    source.versions.find((version) => version.id === source.currentVersionId) ?? source.versions[0];
  const blockers = source.readiness.missing.filter(
    (item) => item.severity === 'blocker' && !item.overridden,
  ).length;
  const overridden = source.readiness.missing.some((item) => item.overridden);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {shown === undefined ? null : <VersionStatus status={shown.status} />}
      {source.readiness.ready ? (
        <Badge tone={overridden ? 'warn' : 'good'}>{overridden ? t('readyOverridden') : t('ready')}</Badge>
      ) : (
        <Badge tone="warn">{t('blockers', { count: blockers })}</Badge>
      )}
      {source.isDemo ? <Badge>{t('demo')}</Badge> : null}
    </span>
  );
}
