'use client';

import { hasRunRows } from '@assay/domain';
import { Badge, LinkTabs, PageHeader, SkeletonPage } from '@assay/ui';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { Failure } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { RunActions } from './run-actions.tsx';
import { RunStatusBadge } from './run-badges.tsx';
import { useRun } from './use-run.ts';

/** The frame of a run: where it stands, what one does with it, the way to its rows and its report. */
export function RunLayout({ runId, children }: { runId: string; children: ReactNode }) {
  const t = useTranslations('runs');
  const crumbs = useCrumbs();
  const pathname = usePathname();
  const { path } = useOrg();
  const { run, project } = useRun(runId);
  if (run.data === undefined) {
    return run.isPending ? (
      <>
        <h1 className="sr-only">{t('run')}</h1>
        <SkeletonPage />
      </>
    ) : (
      <>
        <PageHeader title={t('run')} />
        <Failure error={run.error} onRetry={run.refetch} retrying={run.isFetching} />
      </>
    );
  }
  const { data } = run;
  const base = path(`/runs/${runId}`);
  const title = `${t('numbered', { number: data.number })}: ${data.name}`;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${data.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${data.projectId}/runs`) },
          { label: t('numbered', { number: data.number }) },
        ])}
        badges={
          <>
            <Badge tone={data.kind === 'imported' ? 'accent' : 'neutral'}>{t(`kinds.${data.kind}`)}</Badge>
            <span role="status">
              <RunStatusBadge run={data} />
            </span>
          </>
        }
        actions={<RunActions run={data} />}
      >
        <LinkTabs
          label={t('tabs.label')}
          currentPath={pathname}
          items={[
            { href: base, label: t('tabs.overview') },
            ...(hasRunRows(data.status) ? [{ href: `${base}/rows`, label: t('tabs.rows') }] : []),
            ...(data.reportId === null
              ? []
              : [{ href: path(`/reports/${data.reportId}`), label: t('tabs.report') }]),
          ]}
        />
      </PageHeader>
      {children}
    </>
  );
}
