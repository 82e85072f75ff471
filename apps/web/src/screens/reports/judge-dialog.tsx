'use client';

import { Button, Callout, Dialog, Field, Select, SkeletonRows, useToast } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { GateTable } from './gates-card.tsx';
import { type ReportView, verdictTone } from './report-types.ts';

/** Looks at a finished report by another policy; applying it changes its verdict, and stays on record. */
export function JudgeDialog({
  report,
  mayJudge,
  onClose,
}: {
  report: ReportView;
  mayJudge: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('reports.judge');
  const words = useTranslations('reports');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [ref, setRef] = useState('');
  const policies = useQuery(trpc.policy.list.queryOptions({ projectId: report.projectId }));
  const tried = useQuery(
    trpc.report.tryPolicy.queryOptions(ref === '' ? skipToken : { reportId: report.id, policyRef: ref }),
  );
  const judge = useMutation(
    trpc.report.judge.mutationOptions({
      onSuccess: ({ verdict }) => {
        void queryClient.invalidateQueries(trpc.report.pathFilter());
        void queryClient.invalidateQueries(trpc.run.pathFilter());
        toast({ tone: 'good', title: t('done', { verdict: words(`verdict.${verdict}`) }) });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      size="lg"
      title={t('title')}
      description={t('about')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {mayJudge ? (
            <Button
              variant="primary"
              disabled={tried.data === undefined}
              loading={judge.isPending}
              onClick={() => judge.mutate({ reportId: report.id, policyRef: ref })}
            >
              {t('apply')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('policy')}>
          <Select
            value={ref}
            placeholder={t('choose')}
            onChange={(event) => setRef(event.currentTarget.value)}
            options={(policies.data?.policies ?? []).map((policy) => ({
              value: policy.ref,
              label: policy.document.name,
              group: t(policy.builtIn ? 'builtIn' : 'own'),
            }))}
          />
        </Field>
        <RefusalCallout error={policies.error ?? tried.error ?? judge.error} />
        {ref === '' ? null : tried.data === undefined ? (
          tried.error === null ? (
            <SkeletonRows rows={6} />
          ) : null
        ) : (
          <>
            <Callout tone={verdictTone[tried.data.verdict]} title={words(`verdict.${tried.data.verdict}`)}>
              {tried.data.verdict === report.verdict
                ? t('same')
                : t('changed', { was: words(`verdict.${report.verdict ?? 'incomplete'}`) })}
            </Callout>
            {mayJudge ? null : <p className="text-sm text-fg-muted">{t('mayNot')}</p>}
            <GateTable gates={tried.data.gates} />
          </>
        )}
      </div>
    </Dialog>
  );
}
