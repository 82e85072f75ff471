'use client';

import { DateTime, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { ReportActions } from './report-actions.tsx';
import { ReportDocument } from './report-document.tsx';
import { ReportProgress } from './report-progress.tsx';
import { isOpen, type ReportView } from './report-types.ts';
import { ReportState } from './states.tsx';
import { SubjectLinks } from './subject-links.tsx';

const POLL_MS = 1500;

/** One report: the page that a manager reads in a minute, or how far it is. */
export function ReportScreen({ reportId }: { reportId: string }) {
  const t = useTranslations('reports');
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.report.get.queryOptions({ reportId }),
    // The live stream tells when the job ends; its stages are asked for while somebody looks on.
    refetchInterval: ({ state }) => (state.data !== undefined && isOpen(state.data.status) ? POLL_MS : false),
  });
  return (
    <QueryState query={query} title={t('oneTitle')}>
      {(report) => <Page report={report} />}
    </QueryState>
  );
}

function Page({ report }: { report: ReportView }) {
  const t = useTranslations('reports');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may } = useMay(report.projectId);
  const home = path(`/projects/${report.projectId}`);
  return (
    <>
      <PageHeader
        title={report.name}
        breadcrumbs={crumbs([
          ...(project === undefined ? [] : [{ label: project.name, href: home }]),
          { label: t('title'), href: `${home}/reports` },
          { label: report.name },
        ])}
        badges={<ReportState report={report} />}
        description={
          <span className="flex flex-wrap gap-x-3 gap-y-1">
            <SubjectLinks report={report} />
            <DateTime at={report.finishedAt ?? report.createdAt} />
          </span>
        }
        actions={
          report.document === null ? undefined : (
            <ReportActions report={report} mayJudge={may('report.judge') && report.releaseId === null} />
          )
        }
      />
      {report.document === null ? (
        <ReportProgress report={report} mayRetry={may('job.control')} />
      ) : (
        <ReportDocument view={report} report={report.document} />
      )}
    </>
  );
}
