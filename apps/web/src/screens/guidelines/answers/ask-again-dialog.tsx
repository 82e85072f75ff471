'use client';

import { formatPredicate } from '@assay/domain';
import { ConfirmDialog, Field, Select, useToast } from '@assay/ui';
import { keepPreviousData, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useSettled } from '../../batches/new/use-settled.ts';
import { PredicateInput } from '../../data/predicate-input.tsx';
import { readFilter } from '../../data/use-table-state.ts';
import type { GuidelineView } from '../guideline-types.ts';

/** Chooses which older answers of a batch are asked for again; how many that is stands there while one chooses. */
export function AskAgainDialog({
  guideline,
  batchId,
  onClose,
}: {
  guideline: GuidelineView;
  batchId: string;
  onClose: () => void;
}) {
  const t = useTranslations('guidelines.askAgain');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { path } = useOrg();
  const router = useRouter();
  const [versionId, setVersionId] = useState(guideline.versionId);
  const [labelId, setLabelId] = useState('');
  const [text, setText] = useState('');
  const batch = useQuery(trpc.batch.get.queryOptions({ batchId }));
  const run = useQuery(
    trpc.run.get.queryOptions(batch.data === undefined ? skipToken : { runId: batch.data.runId }),
  );
  // Null of a blind test, which has no guideline either.
  const labelSchemaVersionId = batch.data?.labelSchemaVersionId ?? null;
  const schema = useQuery(
    trpc.labelSchema.version.queryOptions(
      labelSchemaVersionId === null ? skipToken : { labelSchemaVersionId },
    ),
  );
  const columns = (run.data?.columns ?? []).map((column) => ({ ...column, maskedReason: null }));
  const read = readFilter(text, columns);
  const isReady = run.data !== undefined && schema.data !== undefined;
  const filter = {
    guidelineVersionId: versionId,
    labelId: labelId === '' ? null : labelId,
    where: text.trim() === '' ? null : read.predicate,
  };
  const key = JSON.stringify(filter);
  const settled = useSettled(key);
  const isWrong = read.problem !== null;
  const count = useQuery({
    ...trpc.batch.countAskAgain.queryOptions(
      !isReady || isWrong || settled !== key ? skipToken : { batchId, filter },
    ),
    placeholderData: keepPreviousData,
  });
  const isCounted =
    isReady && !isWrong && settled === key && count.data !== undefined && !count.isPlaceholderData;
  const ask = useMutation(trpc.batch.askAgain.mutationOptions());
  const labels = (schema.data?.document.questions ?? []).flatMap((question) =>
    'labels' in question
      ? question.labels.map(({ id, name }) => ({ value: id, label: `${question.name}: ${name}` }))
      : [],
  );
  // Before the first version nothing was given under this guideline.
  const versions = guideline.versions.filter((each) => each.number > 1);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { number: batch.data?.number ?? 0 })}
      description={t('about')}
      confirmLabel={isCounted ? t('confirm', { answers: count.data.answers }) : t('confirmNone')}
      onConfirm={async () => {
        if (read.problem !== null) throw new Error(read.problem.message);
        const { jobId, answers } = await ask.mutateAsync({ batchId, filter }).catch((error: unknown) => {
          const { message, kept } = refusalOf(error);
          throw new Error([message, kept].filter((part) => part !== null).join(' '));
        });
        toast({
          title: t('done', { answers }),
          action: { label: t('job'), onPress: () => router.push(path(`/jobs/${jobId}`)) },
        });
        await Promise.all([
          queryClient.invalidateQueries(trpc.guideline.answers.pathFilter()),
          queryClient.invalidateQueries(trpc.batch.pathFilter()),
        ]);
      }}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('version')} hint={t('versionHint')}>
          <Select
            value={versionId}
            onChange={(event) => setVersionId(event.target.value)}
            options={versions.map(({ id, number, note }) => ({
              value: id,
              label: note === '' ? t('versionOf', { number }) : t('versionNote', { number, note }),
            }))}
          />
        </Field>
        {labels.length === 0 ? null : (
          <Field label={t('label')}>
            <Select
              value={labelId}
              onChange={(event) => setLabelId(event.target.value)}
              options={[{ value: '', label: t('anyLabel') }, ...labels]}
            />
          </Field>
        )}
        <div className="flex flex-col gap-1">
          <p aria-hidden className="text-sm font-medium">
            {t('where')}
          </p>
          <PredicateInput
            columns={columns}
            text={text}
            onText={setText}
            problem={text.trim() === '' ? null : read.problem}
            label={t('where')}
            placeholder={t('wherePlaceholder')}
          />
        </div>
        {guideline.document.rules.length === 0 ? null : (
          <Field label={t('rule')} hint={t('ruleHint')}>
            <Select
              value=""
              onChange={(event) => {
                const rule = guideline.document.rules.find((each) => each.id === event.target.value);
                if (rule !== undefined) setText(formatPredicate({ op: 'not', arg: rule.holds }));
              }}
              options={[
                { value: '', label: t('chooseRule') },
                ...guideline.document.rules.map((each) => ({ value: each.id, label: each.text })),
              ]}
            />
          </Field>
        )}
        <p role="status" className="min-h-5 text-sm text-fg-secondary">
          {isWrong
            ? null
            : count.error !== null
              ? refusalOf(count.error).message
              : isCounted
                ? t('count', count.data)
                : t('counting')}
        </p>
      </div>
    </ConfirmDialog>
  );
}
