'use client';

import { Callout, EmptyState, SkeletonRows } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Failure } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Source, useMay, VersionSummary } from '../../sources/use-source.ts';
import { VersionPage } from '../version-page.tsx';
import { BiasPopulations } from './bias-populations.tsx';
import { BiasQuestionForm } from './bias-question-form.tsx';
import { BiasReportView } from './bias-report-view.tsx';
import { useBiasQuestion } from './use-bias-question.ts';

/** How groups of people stand in the data, before anything is generated from it. */
export function SourceBias({ sourceId }: { sourceId: string }) {
  return (
    <VersionPage sourceId={sourceId}>
      {({ source, version, may }) => (
        <VersionBias key={version.id} source={source} version={version} may={may} />
      )}
    </VersionPage>
  );
}

function VersionBias({
  source,
  version,
  may,
}: {
  source: Source;
  version: VersionSummary;
  may: ReturnType<typeof useMay>['may'];
}) {
  const t = useTranslations('data.bias');
  const trpc = useTRPC();
  const asked = useBiasQuestion(source, version);
  const report = useQuery({
    ...trpc.sourceVersion.bias.queryOptions(
      asked.question === null
        ? skipToken
        : { versionId: version.id, question: asked.question, populationId: asked.population?.id ?? null },
    ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (asked.columns === undefined) return <SkeletonRows rows={8} />;
  return (
    <div className="space-y-6">
      <BiasQuestionForm asked={asked} versionId={version.id} mayEdit={may('source.update')} />
      {asked.question === null ? (
        <EmptyState icon={<Scale aria-hidden />} title={t('emptyTitle')} description={t('emptyBody')} />
      ) : report.data !== undefined ? (
        <div
          aria-busy={report.isPlaceholderData}
          className={report.isPlaceholderData ? 'opacity-60' : undefined}
        >
          <BiasReportView report={report.data} versionId={version.id} />
        </div>
      ) : report.error === null ? (
        <SkeletonRows rows={8} />
      ) : (
        <Failure error={report.error} onRetry={report.refetch} retrying={report.isFetching} />
      )}
      {report.data === undefined ? null : (
        <Callout title={t('careTitle')}>{t('care', { minimum: report.data.minimum })}</Callout>
      )}
      <BiasPopulations source={source} asked={asked} mayEdit={may('source.update')} />
    </div>
  );
}
