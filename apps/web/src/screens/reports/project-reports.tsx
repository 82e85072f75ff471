'use client';

import { Button, Card, EmptyState, LinkButton, Pagination, SectionHeader } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { FileChartColumn, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { useMay } from '../sources/use-source.ts';
import { isOpen } from './report-types.ts';
import { ReportsTable } from './reports-table.tsx';
import { StartReportDialog } from './start-report-dialog.tsx';

const POLL_MS = 3000;

/** The reports tab of a project. */
export function ProjectReports({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <Reports projectId={projectId} />}</ProjectFrame>;
}

function Reports({ projectId }: { projectId: string }) {
  const t = useTranslations('reports.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { cursor, pages } = usePager();
  const [starting, setStarting] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const query = useQuery({
    ...trpc.report.list.queryOptions(mayNot('report.read') ? skipToken : { projectId, cursor, limit: 25 }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.reports.some((each) => isOpen(each.status)) === true ? POLL_MS : false,
  });
  if (mayNot('report.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const begin = may('report.start') ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setStarting(true)}>
      {t('new')}
    </Button>
  ) : undefined;
  const [first, second] = picked;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={begin} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ reports, cursor: next }) =>
          reports.length === 0 && cursor === null ? (
            <Card>
              <EmptyState
                icon={<FileChartColumn />}
                title={t('emptyTitle')}
                description={t('emptyBody')}
                action={begin}
              />
            </Card>
          ) : (
            <>
              {reports.length < 2 ? null : (
                <div className="flex min-h-9 flex-wrap items-center gap-3 text-sm text-fg-secondary">
                  {first !== undefined && second !== undefined ? (
                    <LinkButton href={path(`/reports/${first}/compare?with=${second}`)}>
                      {t('compare')}
                    </LinkButton>
                  ) : (
                    t('pickTwo')
                  )}
                </div>
              )}
              <Card flush>
                <ReportsTable
                  reports={reports}
                  picked={picked}
                  // The third tick takes the place of the first, so that two remain.
                  onPick={(id) =>
                    setPicked((now) =>
                      now.includes(id) ? now.filter((each) => each !== id) : [...now, id].slice(-2),
                    )
                  }
                />
              </Card>
              {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
            </>
          )
        }
      </QueryState>
      {starting ? <StartReportDialog projectId={projectId} onClose={() => setStarting(false)} /> : null}
    </div>
  );
}
