'use client';

import { Button, Callout, Card, Progress, TextLink } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { isOpen, type ReportView } from './report-types.ts';

const STAGES = ['validity', 'fidelity', 'detection', 'utility', 'privacy', 'bias', 'scenarios'] as const;

/** While there is no document: the stages with the one under way, or why it ended and how to go on. */
export function ReportProgress({ report, mayRetry }: { report: ReportView; mayRetry: boolean }) {
  const t = useTranslations('reports.progress');
  const trpc = useTRPC();
  const { path } = useOrg();
  const queryClient = useQueryClient();
  const retry = useMutation(
    trpc.job.retry.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.report.pathFilter()),
    }),
  );
  const { job, failure } = report;
  if (!isOpen(report.status)) {
    return (
      <div className="flex flex-col gap-4">
        <Callout
          tone="bad"
          title={failure?.message ?? t('cancelled')}
          actions={
            job === null || !mayRetry ? undefined : (
              <Button loading={retry.isPending} onClick={() => retry.mutate({ jobId: job.id })}>
                {t('retry')}
              </Button>
            )
          }
        >
          {[failure?.kept ?? t('kept'), failure?.next].filter(Boolean).join(' ')}
        </Callout>
        <RefusalCallout error={retry.error} />
        {job === null ? null : (
          <p className="text-sm">
            <TextLink href={path(`/jobs/${job.id}`)}>{t('job')}</TextLink>
          </p>
        )}
      </div>
    );
  }
  const stages: readonly string[] = STAGES;
  const at = stages.indexOf(job?.stage ?? '');
  return (
    <Card title={t('title')} description={t('about')}>
      <div className="flex flex-col gap-5">
        <Progress
          label={at < 0 ? t('queued') : t(`stage.${STAGES[at] ?? 'validity'}`)}
          done={Math.max(0, at)}
          total={STAGES.length}
        />
        <ol className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {STAGES.map((stage, place) => {
            const state = place < at ? 'done' : place === at ? 'now' : 'todo';
            return (
              <li key={stage} className="flex items-start gap-2 text-sm">
                {state === 'done' ? (
                  <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good-text" />
                ) : state === 'now' ? (
                  <LoaderCircle
                    aria-hidden
                    className="mt-0.5 size-4 shrink-0 animate-spin text-accent-text motion-reduce:animate-none"
                  />
                ) : (
                  <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-fg-muted" />
                )}
                <span className={state === 'todo' ? 'text-fg-muted' : 'text-fg'}>
                  {t(`stage.${stage}`)}
                  <span className="sr-only"> ({t(`state.${state}`)})</span>
                </span>
              </li>
            );
          })}
        </ol>
        <p className="text-xs text-fg-muted">
          {t('leave')} {job === null ? null : <TextLink href={path(`/jobs/${job.id}`)}>{t('job')}</TextLink>}
        </p>
      </div>
    </Card>
  );
}
