'use client';

import { Callout, Card, LinkButton, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ImportSteps } from '../upload/import-steps.tsx';
import { type SourceVersion, useMay } from '../use-source.ts';
import { VersionStatus } from '../version-status.tsx';
import { DiscardImport } from './discard-import.tsx';
import { ImportFailed } from './import-failed.tsx';
import { ImportReview } from './import-review.tsx';
import { Imported } from './imported.tsx';
import { JobProgress } from './job-progress.tsx';

/** The way of one version from its file to a table: read, checked by a person, imported. */
export function ImportScreen({ versionId }: { versionId: string }) {
  const t = useTranslations('sources');
  const trpc = useTRPC();
  const version = useQuery({
    ...trpc.sourceVersion.get.queryOptions({ versionId }),
    // The live stream brings the news; this is for when it is cut off.
    refetchInterval: (query) =>
      query.state.data?.status === 'STAGING' || query.state.data?.status === 'COMMITTING' ? 3000 : false,
  });
  return (
    <QueryState query={version} title={t('titles.import')}>
      {(data) => <ImportOf version={data} />}
    </QueryState>
  );
}

function ImportOf({ version }: { version: SourceVersion }) {
  const t = useTranslations('sources');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(version.projectId);
  const { status, jobId } = version;
  const step = status === 'COMMITTING' || status === 'READY' ? 'import' : 'check';
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={t('import.title', { name: version.sourceName })}
        description={t('import.versionOf', { number: version.number, file: version.fileName })}
        badges={<VersionStatus status={status} />}
        breadcrumbs={crumbs([
          { label: project?.name ?? t('project'), href: path(`/projects/${version.projectId}`) },
          { label: t('sources'), href: path(`/projects/${version.projectId}/sources`) },
          { label: version.sourceName, href: path(`/sources/${version.sourceId}`) },
          { label: t('titles.import') },
        ])}
      >
        <ImportSteps at={step} failed={status === 'FAILED'} finished={status === 'READY'} />
      </PageHeader>
      {mayNot('source.create') && status !== 'READY' ? <Callout>{t('import.notAllowed')}</Callout> : null}
      {status === 'STAGING' ? (
        <Card title={t('import.stagingTitle')} description={t('import.stagingBody')}>
          {jobId === null ? null : <JobProgress jobId={jobId} kind="stage" />}
          {may('source.create') ? (
            <div className="mt-4">
              <DiscardImport version={version} />
            </div>
          ) : null}
        </Card>
      ) : null}
      {status === 'COMMITTING' ? (
        <Card title={t('import.committingTitle')} description={t('import.committingBody')}>
          {jobId === null ? null : <JobProgress jobId={jobId} kind="commit" />}
        </Card>
      ) : null}
      {status === 'FAILED' ? <ImportFailed version={version} mayEdit={may('source.create')} /> : null}
      {(status === 'REVIEW' || status === 'FAILED') && version.detected !== null ? (
        <ImportReview version={{ ...version, detected: version.detected }} mayEdit={may('source.create')} />
      ) : null}
      {status === 'READY' ? <Imported version={version} /> : null}
      {status === 'DISCARDED' || status === 'ERASED' ? (
        <Callout
          title={t(`import.gone.${status}`)}
          actions={
            <LinkButton href={path(`/projects/${version.projectId}/sources`)}>{t('sources')}</LinkButton>
          }
        >
          {t('import.goneBody')}
        </Callout>
      ) : null}
    </div>
  );
}
