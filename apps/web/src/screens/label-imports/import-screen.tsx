'use client';

import { Badge, Callout, Card, KeyValue, LinkButton, PageHeader, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobProgress } from '../jobs/job-progress.tsx';
import { useMay } from '../sources/use-source.ts';
import { FoundCard } from './found-card.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportStatusBadge } from './import-badges.tsx';
import { type ImportView, isMoving, LOOK_MS } from './import-types.ts';
import { MappingCard } from './mapping-card.tsx';
import { ProblemsCard } from './problems-card.tsx';

/** One file of labels: what is in it, what would be taken, and what became of it. */
export function ImportScreen({ importId }: { importId: string }) {
  const t = useTranslations('labelImports.titles');
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.labelImport.get.queryOptions({ importId }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isMoving(state.data.status) ? LOOK_MS : false,
  });
  return (
    <QueryState query={query} title={t('list')}>
      {(data) => <Import view={data} />}
    </QueryState>
  );
}

function Import({ view }: { view: ImportView }) {
  const t = useTranslations('labelImports');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may } = useMay(view.projectId);
  const title = `${t('titles.one', { number: view.number })}: ${view.fileName}`;
  const { found, status } = view;
  const seen = status === 'REVIEW' || status === 'DONE' || status === 'WITHDRAWN' || status === 'COMMITTING';
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${view.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${view.projectId}/label-imports`) },
          { label: t('titles.one', { number: view.number }) },
        ])}
        badges={
          <>
            <ImportStatusBadge status={status} />
            <Badge>{t(`uses.${view.use}`)}</Badge>
          </>
        }
        actions={may('label.import') ? <ImportActions view={view} /> : undefined}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Standing view={view} />
          {found !== null && seen ? (
            <>
              <FoundCard view={view} found={found} />
              {status === 'REVIEW' ? <MappingCard key={view.revision} view={view} found={found} /> : null}
              <ProblemsCard view={view} found={found} />
            </>
          ) : null}
        </div>
        <Facts view={view} />
      </div>
    </>
  );
}

/** What happens with it now, and what can be done with what it brought. */
function Standing({ view }: { view: ImportView }) {
  const t = useTranslations('labelImports.one');
  const words = useTranslations('labelImports.titles');
  const { path } = useOrg();
  const { may } = useMay(view.projectId);
  const { status, failure, found } = view;
  if (isMoving(status)) {
    return (
      <Card title={t(status === 'READING' ? 'reading' : 'committing')}>
        {view.job === null || !may('job.read') ? null : <JobProgress jobId={view.job.id} />}
      </Card>
    );
  }
  if (failure !== null && status !== 'DONE') {
    return (
      <Callout tone="bad" title={failure.message}>
        {[failure.kept, failure.next].filter((text) => text !== null).join(' ')}
      </Callout>
    );
  }
  if (status === 'REVIEW' && found !== null && found.sameAs !== null) {
    return (
      <Callout
        tone="warn"
        title={t('sameAs', { number: found.sameAs.number })}
        actions={
          <LinkButton size="sm" href={path(`/label-imports/${found.sameAs.id}`)}>
            {words('one', { number: found.sameAs.number })}
          </LinkButton>
        }
      >
        {t('sameAsBody')}
      </Callout>
    );
  }
  if (status !== 'DONE') return null;
  const shown =
    view.use === 'prelabels'
      ? `&prelabels=${view.id}&schema=${view.labelSchema?.id ?? ''}&version=${view.labelSchemaVersionId}`
      : '';
  const now = { prelabels: 'nowPrelabels', labels: 'nowLabels', gold: 'nowGold' } as const;
  return (
    <Callout
      tone="good"
      actions={
        view.use === 'labels' ? (
          view.batch === null ? undefined : (
            <LinkButton size="sm" href={path(`/batches/${view.batch.id}`)}>
              {t('toBatch', { number: view.batch.number })}
            </LinkButton>
          )
        ) : may('batch.manage') ? (
          <LinkButton
            size="sm"
            href={path(`/projects/${view.projectId}/batches/new?run=${view.runId}${shown}`)}
          >
            {t('newBatch')}
          </LinkButton>
        ) : undefined
      }
    >
      {t(now[view.use])}
    </Callout>
  );
}

function Facts({ view }: { view: ImportView }) {
  const t = useTranslations('labelImports.one');
  const words = useTranslations('labelImports.uses');
  const { path } = useOrg();
  const who = (person: ImportView['createdBy'], at: string | null): ReactNode => (
    <span className="flex flex-col">
      <span>{person?.name ?? '–'}</span>
      {at === null ? null : <TimeAgo at={at} className="text-xs text-fg-muted" />}
    </span>
  );
  return (
    <Card title={t('facts')}>
      <KeyValue
        items={[
          { key: 'file', label: t('file'), value: <span className="wrap-anywhere">{view.fileName}</span> },
          { key: 'use', label: t('use'), value: words(view.use) },
          {
            key: 'run',
            label: t('run'),
            value:
              view.run === null ? (
                '–'
              ) : (
                <TextLink href={path(`/runs/${view.runId}`)}>
                  {t('toRun', { number: view.run.number })}
                </TextLink>
              ),
          },
          {
            key: 'schema',
            label: t('schema'),
            value:
              view.labelSchema === null ? (
                '–'
              ) : (
                <TextLink href={path(`/label-schemas/${view.labelSchema.id}`)}>
                  {t('schemaVersion', view.labelSchema)}
                </TextLink>
              ),
          },
          ...(view.source === '' ? [] : [{ key: 'source', label: t('source'), value: view.source }]),
          ...(view.batch === null
            ? []
            : [
                {
                  key: 'batch',
                  label: t('batch'),
                  value: (
                    <TextLink href={path(`/batches/${view.batch.id}`)}>
                      {t('toBatch', { number: view.batch.number })}
                    </TextLink>
                  ),
                },
              ]),
          { key: 'by', label: t('by'), value: who(view.createdBy, view.createdAt) },
          ...(view.committedAt === null
            ? []
            : [{ key: 'taken', label: t('takenBy'), value: who(view.committedBy, view.committedAt) }]),
          ...(view.withdrawnAt === null
            ? []
            : [
                { key: 'withdrawn', label: t('withdrawnBy'), value: who(view.withdrawnBy, view.withdrawnAt) },
              ]),
        ]}
      />
    </Card>
  );
}
