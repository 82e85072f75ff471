'use client';

import {
  Card,
  CopyButton,
  DateTime,
  KeyValue,
  NumberText,
  PageHeader,
  SkeletonPage,
  TextLink,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { Failure } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { CommentsCard } from '../comments/comments-card.tsx';
import { versionPath } from '../versions/use-version.ts';
import { BlockersCard } from './blockers-card.tsx';
import { GatesOfReport, GoalsCard } from './checks-card.tsx';
import { DecisionCard } from './decision-card.tsx';
import { GuestLinksCard } from './guest-links-card.tsx';
import { PicturesCards } from './pictures-card.tsx';
import { ReleaseStatus } from './release-badges.tsx';
import { ReleaseExports } from './release-exports.tsx';
import { TermsCallout } from './terms-callout.tsx';
import { TestReadsCard } from './test-reads-card.tsx';
import { type Release, useRelease } from './use-release.ts';

/** A release: where it stands, what was found, who decides or decided, and the way out of the house. */
export function ReleasePage({ releaseId }: { releaseId: string }) {
  const t = useTranslations('releases');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { release, project, may } = useRelease(releaseId);
  if (release.data === undefined) {
    return release.isPending ? (
      <>
        <h1 className="sr-only">{t('titles.one')}</h1>
        <SkeletonPage />
      </>
    ) : (
      <>
        <PageHeader title={t('titles.one')} />
        <Failure error={release.error} onRetry={release.refetch} retrying={release.isFetching} />
      </>
    );
  }
  const { data } = release;
  const title = t('numbered', { number: data.number });
  const isApproved = data.status === 'APPROVED' || (data.status === 'WITHDRAWN' && data.decidedAt !== null);
  return (
    <>
      <PageHeader
        title={title}
        description={data.title}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${data.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${data.projectId}/releases`) },
          { label: title },
        ])}
        badges={<ReleaseStatus release={data} />}
      />
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr]">
          <div className="flex min-w-0 flex-col gap-6 lg:col-start-2">
            <TermsCallout terms={data.terms} />
            <DecisionCard release={data} mayDecide={may('release.decide')} />
          </div>
          <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <BlockersCard release={data} mayDecide={may('release.decide')} />
            {isApproved ? (
              <ReleaseExports
                release={data}
                mayStart={may('export.start')}
                mayTake={may('export.download')}
              />
            ) : null}
            {data.checks === null ? null : <GoalsCard goals={data.checks.goals} />}
          </div>
          <div className="flex min-w-0 flex-col gap-6 lg:col-start-2">
            <Facts release={data} />
            <TestReadsCard tests={data.tests} unreferenced={data.unreferenced} pictures={data.pictures} />
            {isApproved && may('release.share') ? <GuestLinksCard release={data} /> : null}
          </div>
        </div>
        {data.checks?.pictures == null ? null : (
          <PicturesCards pictures={data.checks.pictures} mayLook={may('image.read')} />
        )}
        {data.checks?.reports.map((report) => (
          <GatesOfReport key={report.reportId} report={report} />
        ))}
        <CommentsCard subject={{ subjectType: 'release', subjectId: data.id }} projectId={data.projectId} />
      </div>
    </>
  );
}

function Facts({ release }: { release: Release }) {
  const t = useTranslations('releases.facts');
  const words = useTranslations('releases');
  const versions = useTranslations('versions');
  const { path } = useOrg();
  const { version } = release;
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-4">
        {release.notes === '' ? null : (
          <p className="text-sm whitespace-pre-wrap wrap-anywhere">{release.notes}</p>
        )}
        <KeyValue
          items={[
            {
              key: 'version',
              label: t('version'),
              value: (
                <TextLink href={path(versionPath(release.projectId, version.id))}>
                  {versions('numbered', { number: version.number })}
                </TextLink>
              ),
              hint: version.message,
            },
            {
              key: 'samples',
              label: t('samples'),
              value: version.samples === null ? '–' : <NumberText value={version.samples} />,
            },
            {
              key: 'root',
              label: t('root'),
              value: (
                <span className="flex items-start gap-2">
                  <code className="min-w-0 font-mono text-xs break-all">{version.root}</code>
                  <CopyButton text={version.root ?? ''} label={t('copyRoot')} />
                </span>
              ),
            },
            { key: 'policy', label: t('policy'), value: release.policyName },
            {
              key: 'committed',
              label: t('committed'),
              value: release.committedBy?.name ?? words('someoneGone'),
            },
            {
              key: 'asked',
              label: t('asked'),
              value: (
                <>
                  {release.requestedBy?.name ?? words('someoneGone')}, <DateTime at={release.createdAt} />
                </>
              ),
            },
            ...(release.decidedAt === null
              ? []
              : [
                  {
                    key: 'decided',
                    label: t('decided'),
                    value: (
                      <>
                        {release.decidedBy?.name ?? words('someoneGone')}, <DateTime at={release.decidedAt} />
                      </>
                    ),
                  },
                ]),
          ]}
        />
      </div>
    </Card>
  );
}
