'use client';

import { EmptyState, SkeletonPage } from '@assay/ui';
import { ChartColumn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Failure } from '~/shell/page-states.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { VersionSummary } from '../../sources/use-source.ts';
import { VersionPage } from '../version-page.tsx';
import { ProfileColumns } from './profile-columns.tsx';
import { ProfileNotices } from './profile-notices.tsx';
import { ProfilePairs } from './profile-pairs.tsx';
import { ProfileSummary } from './profile-summary.tsx';

/** What a version holds, column by column and pair by pair. */
export function SourceProfile({ sourceId }: { sourceId: string }) {
  return (
    <VersionPage sourceId={sourceId}>
      {({ version }) => <VersionProfile key={version.id} version={version} />}
    </VersionPage>
  );
}

function VersionProfile({ version }: { version: VersionSummary }) {
  const t = useTranslations('data.profile');
  const trpc = useTRPC();
  const query = useQuery(
    trpc.sourceVersion.profile.queryOptions(
      { versionId: version.id },
      { staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  if (query.data === undefined) {
    if (query.isPending) return <SkeletonPage />;
    return refusalOf(query.error).code === 'not-ready' ? (
      <EmptyState icon={<ChartColumn aria-hidden />} title={t('notReady')} description={t('notReadyBody')} />
    ) : (
      <Failure error={query.error} onRetry={query.refetch} retrying={query.isFetching} />
    );
  }
  return (
    <div className="space-y-6">
      <ProfileSummary profile={query.data} version={version} />
      <ProfileNotices notices={query.data.notices} />
      <ProfileColumns profile={query.data} version={version} />
      <ProfilePairs profile={query.data} />
    </div>
  );
}
