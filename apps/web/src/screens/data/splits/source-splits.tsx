'use client';

import { Card, EmptyState, SkeletonRows } from '@assay/ui';
import { Split as SplitIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobProgress } from '../../jobs/job-progress.tsx';
import type { Source, useMay, VersionSummary } from '../../sources/use-source.ts';
import { VersionPage } from '../version-page.tsx';
import { CurrentSplit } from './current-split.tsx';
import { SplitHistory } from './split-history.tsx';
import { SplitPlanForm } from './split-plan-form.tsx';

/** How the rows of a version are divided into fit, tune and test. */
export function SourceSplits({ sourceId }: { sourceId: string }) {
  return (
    <VersionPage sourceId={sourceId}>
      {({ source, version, may }) => (
        <VersionSplits key={version.id} source={source} version={version} may={may} />
      )}
    </VersionPage>
  );
}

function VersionSplits({
  source,
  version,
  may,
}: {
  source: Source;
  version: VersionSummary;
  may: ReturnType<typeof useMay>['may'];
}) {
  const t = useTranslations('data.splits');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const jobId = params.get('job');
  const query = useQuery(trpc.sourceVersion.splits.queryOptions({ versionId: version.id }));
  return (
    <QueryState query={query} loading={<SkeletonRows rows={8} />}>
      {(splits) => {
        const active = splits.find((split) => split.active);
        return (
          <div className="space-y-6">
            {jobId === null ? null : (
              <Card>
                <JobProgress
                  jobId={jobId}
                  onEnd={(job) => {
                    void query.refetch();
                    if (job.status === 'SUCCEEDED') replace({ job: null });
                  }}
                />
              </Card>
            )}
            {active === undefined ? (
              <EmptyState
                compact
                icon={<SplitIcon aria-hidden />}
                title={t('none')}
                description={t('noneBody')}
              />
            ) : (
              <CurrentSplit split={active} rows={version.rows ?? 0} />
            )}
            {may('source.update') ? (
              <SplitPlanForm
                source={source}
                version={version}
                onOrdered={(ordered) => replace({ job: ordered })}
              />
            ) : null}
            {splits.length < 2 ? null : <SplitHistory splits={splits} />}
          </div>
        );
      }}
    </QueryState>
  );
}
