'use client';

import { Card, ErrorState, LinkButton, PageHeader, SkeletonRows } from '@assay/ui';
import { Rows3, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useLabelSchemaNews } from '~/shell/live.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import type { Project } from '../projects/project-types.ts';
import { EmptyQueue } from './empty-queue.tsx';
import { GridDesk } from './grid/grid-desk.tsx';
import { useOwnKeys } from './keys/use-own-keys.ts';
import { MigratedNotice } from './migrated-notice.tsx';
import { Notices } from './notices.tsx';
import { OwnNumbers } from './own-numbers.tsx';
import { RowDesk } from './row-desk.tsx';
import { useDesk } from './use-desk.ts';

/** The place of work of one person: the row before them or a page of rows, or why there is none. */
export function Workbench({
  project,
  batchId,
  place,
}: {
  project: Project;
  batchId: string | null;
  place: 'row' | 'grid';
}) {
  const t = useTranslations('work');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { desk, state, broken } = useDesk(project.id, batchId, place);
  useLabelSchemaNews(useCallback(() => desk?.lookForMigrations(), [desk]));
  const own = useOwnKeys();
  const held = state?.held[0] ?? null;
  return (
    <>
      <PageHeader
        title={held === null ? t('title') : held.batch.name}
        breadcrumbs={crumbs([
          { label: project.name, href: path(`/projects/${project.id}`) },
          { label: t('title') },
        ])}
        actions={
          <>
            <OwnNumbers projectId={project.id} taken={state?.taken ?? 0} />
            {(held === null && place === 'row') || held?.task.picture != null ? null : (
              <LinkButton
                href={path(
                  `/projects/${project.id}/work?batch=${held?.batch.id ?? batchId}${place === 'row' ? '&view=grid' : ''}`,
                )}
                icon={place === 'row' ? <Table2 aria-hidden /> : <Rows3 aria-hidden />}
                className="max-md:hidden"
              >
                {t(place === 'row' ? 'asGrid' : 'oneByOne')}
              </LinkButton>
            )}
          </>
        }
      />
      {state === null || desk === null ? null : <Notices notices={state.notices} onDismiss={desk.dismiss} />}
      {state === null || desk === null ? null : <MigratedNotice desk={desk} state={state} />}
      {broken ? (
        <ErrorState title={t('noStore')} next={t('noStoreNext')} />
      ) : desk === null || state === null || state.phase === 'opening' || !own.isReady ? (
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
          <EmptyQueue projectId={project.id} reasons={state.reasons} last={state.last} desk={desk} />
        ) : (
          <Card>
            <p role="status" className="sr-only">
              {t('loading')}
            </p>
            <SkeletonRows />
          </Card>
        )
      ) : place === 'grid' ? (
        <GridDesk
          key={held.batch.labelSchemaVersionId}
          desk={desk}
          state={state}
          batch={held.batch}
          own={own}
        />
      ) : (
        <RowDesk desk={desk} state={state} held={held} own={own} />
      )}
    </>
  );
}
