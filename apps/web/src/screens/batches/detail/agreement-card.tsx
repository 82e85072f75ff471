'use client';

import type { AppRouter } from '@assay/api';
import { Button, Callout, Card, EmptyState, formatNumber, formatShare, LinkButton, useUi } from '@assay/ui';
import { keepPreviousData, skipToken, useMutation } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Scale } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { useMay } from '../../sources/use-source.ts';
import { type BatchView, isLive } from '../batch-types.ts';

type View = inferRouterOutputs<AppRouter>['agreement']['get'];
type Question = NonNullable<View['agreement']>['questions'][number];
type Figure = Question['percent'];

/** It is counted anew from every answer, which takes longer than the counts beside it. */
const LOOK_MS = 5000;

/** How far people agree who answered the same rows, by question: a value with its interval, or why there is none. */
export function AgreementCard({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.agreement');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may } = useMay(batch.projectId);
  const versionId = batch.labelSchemaVersionId;
  const reads = may('agreement.read') && batch.overlap > 1 && versionId !== null;
  const agreement = useQuery({
    ...trpc.agreement.get.queryOptions(reads ? { batchId: batch.id } : skipToken),
    placeholderData: keepPreviousData,
    refetchInterval: isLive(batch.status) ? LOOK_MS : false,
  });
  const version = useQuery(
    trpc.labelSchema.version.queryOptions(reads ? { labelSchemaVersionId: versionId } : skipToken),
  );
  if (!reads) return null;
  const nameOf = ({ questionId, kind }: Question) =>
    kind === 'realism'
      ? t('realism')
      : (version.data?.document.questions.find((each) => each.id === questionId)?.name ?? t('unknown'));
  return (
    <QueryState query={agreement} loading={<LoadingCard />}>
      {(data) => (
        <Card
          title={t('title')}
          description={t('about')}
          actions={
            <LinkButton size="sm" href={path(`/projects/${batch.projectId}/agreement?batch=${batch.id}`)}>
              {t('more')}
            </LinkButton>
          }
        >
          {data.agreement === null ? (
            <Compute batch={batch} answers={data.answers} />
          ) : data.agreement.shared === 0 ? (
            <EmptyState icon={<Scale />} compact title={t('noneTitle')} description={t('noneBody')} />
          ) : (
            <div className="flex flex-col gap-4">
              <p className="text-sm text-fg-secondary">
                {t('shared', { shared: data.agreement.shared, samples: data.agreement.samples })}
              </p>
              <ul className="divide-y divide-line">
                {data.agreement.questions
                  .filter((question) => question.kind !== 'realism' || question.percent.answers > 0)
                  .map((question) => (
                    <li
                      key={question.questionId}
                      className="grid gap-3 py-3 first:pt-0 last:pb-0 sm:grid-cols-3"
                    >
                      <span className="text-sm font-medium wrap-anywhere">{nameOf(question)}</span>
                      <FigureText name={t('percent')} figure={question.percent} share />
                      <FigureText name={t('alpha')} figure={question.alpha} />
                    </li>
                  ))}
              </ul>
            </div>
          )}
        </Card>
      )}
    </QueryState>
  );
}

/** A value with its interval and what it was counted from, or in words why it is not defined. */
function FigureText({ name, figure, share = false }: { name: string; figure: Figure; share?: boolean }) {
  const t = useTranslations('batches.agreement');
  const { locale } = useUi();
  const text = (value: number) =>
    share ? formatShare(value, 1, locale, 0) : formatNumber(value, locale, 'plain', 3);
  return (
    <div className="min-w-0 text-sm">
      <div className="text-xs text-fg-muted">{name}</div>
      {figure.defined ? (
        <>
          <span className="font-semibold tabular-nums">{text(figure.value)}</span>{' '}
          {figure.low === null || figure.high === null ? null : (
            <span className="text-fg-secondary tabular-nums">
              {t('interval', { low: text(figure.low), high: text(figure.high) })}
            </span>
          )}
        </>
      ) : (
        <span className="text-fg-secondary">{t(`undefined.${figure.reason}`)}</span>
      )}
      <div className="text-xs text-fg-muted">
        {t('n', { samples: figure.samples, answers: figure.answers })}
      </div>
    </div>
  );
}

/** Of many answers it is computed by a job, once somebody asks for it. */
function Compute({ batch, answers }: { batch: BatchView; answers: number }) {
  const t = useTranslations('batches.agreement');
  const trpc = useTRPC();
  const { may } = useMay(batch.projectId);
  const compute = useMutation(trpc.agreement.compute.mutationOptions());
  if (compute.data !== undefined) return <JobProgress jobId={compute.data.jobId} />;
  return (
    <div className="flex flex-col gap-3">
      <Callout
        actions={
          may('agreement.compute') ? (
            <Button
              size="sm"
              loading={compute.isPending}
              onClick={() => compute.mutate({ batchId: batch.id })}
            >
              {t('compute')}
            </Button>
          ) : undefined
        }
      >
        {t('toCompute', { answers })}
      </Callout>
      <RefusalCallout error={compute.error} />
    </div>
  );
}
