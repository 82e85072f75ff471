'use client';

import { Card, ErrorState, PageHeader, SkeletonRows } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import type { Project } from '../projects/project-types.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { Notices } from './notices.tsx';
import { OwnNumbers } from './own-numbers.tsx';
import { RowDesk } from './row-desk.tsx';
import { useDesk } from './use-desk.ts';

/** The place of work of one person: the row before them, or why there is none. */
export function Workbench({ project, batchId }: { project: Project; batchId: string | null }) {
  const t = useTranslations('work');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { desk, state, broken } = useDesk(project.id, batchId);
  const held = state?.held[0] ?? null;
  return (
    <>
      <PageHeader
        title={held === null ? t('title') : held.batch.name}
        breadcrumbs={crumbs([
          { label: project.name, href: path(`/projects/${project.id}`) },
          { label: t('title') },
        ])}
        actions={<OwnNumbers projectId={project.id} taken={state?.taken ?? 0} />}
      />
      {state === null || desk === null ? null : <Notices notices={state.notices} onDismiss={desk.dismiss} />}
      {broken ? (
        <ErrorState title={t('noStore')} next={t('noStoreNext')} />
      ) : desk === null || state === null || state.phase === 'opening' ? (
        <Card>
          <p role="status" className="sr-only">
            {t('loading')}
          </p>
          <SkeletonRows />
        </Card>
      ) : state.phase === 'failed' && state.failure !== null ? (
        <ErrorState
          title={state.failure.message}
          {...(state.failure.next === null ? {} : { next: state.failure.next })}
          onRetry={desk.look}
        />
      ) : held === null ? (
        state.phase === 'empty' ? (
          <EmptyQueue reasons={state.reasons} last={state.last} desk={desk} />
        ) : (
          <Card>
            <p role="status" className="sr-only">
              {t('loading')}
            </p>
            <SkeletonRows />
          </Card>
        )
      ) : (
        <RowDesk desk={desk} state={state} held={held} />
      )}
    </>
  );
}
