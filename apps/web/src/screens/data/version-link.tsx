'use client';

import { SkeletonPage } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** The address of a version alone, as jobs and the log know it: leads on to where it is shown. */
export function VersionLink({ versionId }: { versionId: string }) {
  const t = useTranslations('data');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const query = useQuery(trpc.sourceVersion.get.queryOptions({ versionId }));
  const version = query.data;
  useEffect(() => {
    if (version === undefined) return;
    const source = `/sources/${version.sourceId}`;
    const isOnItsWay =
      version.status === 'STAGING' || version.status === 'REVIEW' || version.status === 'COMMITTING';
    router.replace(
      path(
        isOnItsWay
          ? `${source}/import/${versionId}`
          : version.status === 'READY' && !version.isCurrent
            ? `${source}/profile?version=${versionId}`
            : version.status === 'READY'
              ? `${source}/profile`
              : `${source}/versions`,
      ),
    );
  }, [version, versionId, router, path]);
  return (
    <QueryState query={query} title={t('version.label')}>
      {() => (
        <>
          <h1 className="sr-only">{t('version.label')}</h1>
          <SkeletonPage />
        </>
      )}
    </QueryState>
  );
}
