'use client';

import { Button, Callout, formatBytes, formatNumber, Progress, TextLink, useUi } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

const STAGES = {
  stage: ['read', 'infer'],
  commit: ['write', 'scan', 'profile', 'drift', 'measure'],
} as const;

/** A job of the import, live: what is done, what is under way, and how far it is. */
export function JobProgress({ jobId, kind }: { jobId: string; kind: keyof typeof STAGES }) {
  const t = useTranslations('sources.job');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { locale } = useUi();
  const { data } = useQuery({
    ...trpc.job.get.queryOptions({ jobId }),
    // The live stream tells the steps of a job only when it changes; this covers a lost stream too.
    refetchInterval: (query) =>
      query.state.data === undefined || ['QUEUED', 'RUNNING'].includes(query.state.data.status)
        ? 2000
        : false,
  });
  const queryClient = useQueryClient();
  const retry = useMutation(
    trpc.job.retry.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.job.get.pathFilter()),
    }),
  );
  const stages: readonly string[] = STAGES[kind];
  const finished = new Set(data?.steps.map((step) => step.name));
  // Before the first word of a new stage, the one after the last finished is what is under way.
  const told = data?.stage == null ? -1 : stages.indexOf(data.stage);
  const next = stages.findIndex((stage) => !finished.has(stage));
  const at = data === undefined || data.status === 'QUEUED' ? -1 : Math.max(told, next);
  const unit = kind === 'stage' ? (value: number) => formatBytes(value, locale) : undefined;
  const count = (value: number) => formatNumber(value, locale, 'plain', 0);
  // The version moves on with its job; one that ended otherwise leaves it behind, and a retry takes it up again.
  if (data?.status === 'FAILED' || data?.status === 'CANCELLED') {
    return (
      <div className="flex flex-col gap-4">
        <Callout
          tone="bad"
          title={data.failure?.message ?? t('cancelled')}
          actions={
            <Button loading={retry.isPending} onClick={() => retry.mutate({ jobId })}>
              {t('retry')}
            </Button>
          }
        >
          {[data.failure?.kept ?? t('kept'), data.failure?.next].filter(Boolean).join(' ')}
        </Callout>
        <RefusalCallout error={retry.error} />
        <p className="text-sm">
          <TextLink href={path(`/jobs/${jobId}`)}>{t('open')}</TextLink>
        </p>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <Progress
        label={at < 0 ? t('queued') : t(`stage.${stages[at] as 'read'}`)}
        {...(data === undefined || told !== at ? {} : { done: data.done })}
        {...(data?.total == null || told !== at ? {} : { total: data.total })}
        {...(data?.rate == null ? {} : { rate: data.rate })}
        {...(data?.timeLeftMs == null ? {} : { timeLeftMs: data.timeLeftMs })}
        format={unit ?? count}
      />
      <ol className="flex flex-col gap-1.5">
        {stages.map((stage, place) => {
          const state =
            finished.has(stage) || data?.status === 'SUCCEEDED' || place < at
              ? 'done'
              : place === at
                ? 'now'
                : 'todo';
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
                {t(`stage.${stage as 'read'}`)}
                <span className="sr-only"> ({t(`state.${state}`)})</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="text-xs text-fg-muted">
        {t('leave')} <TextLink href={path(`/jobs/${jobId}`)}>{t('open')}</TextLink>
      </p>
    </div>
  );
}
