'use client';

import { type SplitPlan, splitPlan } from '@assay/contracts';
import {
  Button,
  Callout,
  Card,
  Combobox,
  Field,
  Input,
  NumberInput,
  RadioGroup,
  Select,
  useToast,
} from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Source, VersionSummary } from '../../sources/use-source.ts';
import { useAllColumns } from '../use-all-columns.ts';
import { readableVersions } from '../use-version.ts';

const METHODS = ['random', 'stratified', 'group', 'time', 'holdout'] as const;
type Method = SplitPlan['method'];
type Draft = {
  method: Method;
  seed: string;
  column: string;
  fit: number | null;
  tune: number | null;
  test: number | null;
  tuneFrom: string;
  testFrom: string;
  holdoutVersionId: string;
};

/** The plan that a draft amounts to; null while something is missing. */
function planOf(draft: Draft): SplitPlan | null {
  const { method, seed, column, tuneFrom, testFrom, holdoutVersionId } = draft;
  const shares = { fit: draft.fit, tune: draft.tune, test: method === 'holdout' ? 0 : draft.test };
  const candidate =
    method === 'time'
      ? { method, column, tuneFrom, testFrom }
      : method === 'holdout'
        ? { method, seed, holdoutVersionId, shares }
        : method === 'random'
          ? { method, seed, shares }
          : { method, seed, column, shares };
  const parsed = splitPlan.safeParse(candidate);
  return parsed.success && (method !== 'time' || (tuneFrom !== '' && testFrom !== '' && tuneFrom <= testFrom))
    ? parsed.data
    : null;
}

/** Makes a plan: the method with its explanation, and what that method needs to know. */
export function SplitPlanForm({
  source,
  version,
  onOrdered,
}: {
  source: Source;
  version: VersionSummary;
  onOrdered: (jobId: string) => void;
}) {
  const t = useTranslations('data.splits');
  const trpc = useTRPC();
  const { toast } = useToast();
  const columns = useAllColumns(version.id);
  const [draft, setDraft] = useState<Draft>({
    method: 'random',
    seed: 'first',
    column: '',
    fit: 70,
    tune: 15,
    test: 15,
    tuneFrom: '',
    testFrom: '',
    holdoutVersionId: '',
  });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const order = useMutation(
    trpc.sourceVersion.orderSplit.mutationOptions({
      onSuccess: ({ jobId }) => {
        toast({ title: t('ordered'), tone: 'info' });
        onOrdered(jobId);
      },
    }),
  );
  const plan = planOf(draft);
  const dates = columns.data?.filter((column) => column.type === 'datetime') ?? [];
  const keys =
    columns.data?.filter((column) =>
      draft.method === 'stratified' ? column.type === 'category' || column.type === 'boolean' : true,
    ) ?? [];
  const others = readableVersions(source).filter((each) => each.id !== version.id);
  const isBlocked =
    (draft.method === 'time' && columns.data !== undefined && dates.length === 0) ||
    (draft.method === 'holdout' && others.length === 0);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (plan !== null && !order.isPending) order.mutate({ versionId: version.id, plan });
  };
  return (
    <Card title={t('plan')} description={t('planBody')}>
      <form onSubmit={submit} className="grid gap-6 lg:grid-cols-2">
        <RadioGroup
          label={t('method')}
          cards
          value={draft.method}
          onChange={(value) =>
            set({ method: METHODS.find((each) => each === value) ?? 'random', column: '' })
          }
          options={METHODS.map((method) => ({
            value: method,
            label: t(`methods.${method}`),
            hint: t(`explain.${method}`),
          }))}
        />
        <div className="space-y-4">
          {isBlocked ? (
            <Callout tone="warn">{draft.method === 'time' ? t('noDates') : t('noHoldout')}</Callout>
          ) : null}
          {draft.method === 'stratified' || draft.method === 'group' || draft.method === 'time' ? (
            <Field label={t('column')} required>
              <Combobox
                options={(draft.method === 'time' ? dates : keys).map((column) => ({
                  value: column.name,
                  label: column.name,
                  ...(column.label === column.name ? {} : { hint: column.label }),
                }))}
                value={draft.column === '' ? undefined : draft.column}
                onChange={(column) => set({ column })}
                placeholder={t('columnPick')}
              />
            </Field>
          ) : null}
          {draft.method === 'holdout' ? (
            <Field label={t('holdoutVersion')} required>
              <Select
                value={draft.holdoutVersionId}
                placeholder={t('holdoutPick')}
                onChange={(event) => set({ holdoutVersionId: event.target.value })}
                options={others.map((each) => ({
                  value: each.id,
                  label: `${each.number} · ${each.fileName}`,
                }))}
              />
            </Field>
          ) : null}
          {draft.method === 'time' ? (
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label={t('tuneFrom')} hint={t('cutHint')} required>
                <Input
                  value={draft.tuneFrom}
                  placeholder="2024-01-01"
                  onChange={(event) => set({ tuneFrom: event.target.value.trim() })}
                />
              </Field>
              <Field label={t('testFrom')} required>
                <Input
                  value={draft.testFrom}
                  placeholder="2024-07-01"
                  onChange={(event) => set({ testFrom: event.target.value.trim() })}
                />
              </Field>
            </div>
          ) : (
            <>
              <fieldset className="space-y-1.5">
                <legend className="text-sm font-medium">{t('parts')}</legend>
                <div className="grid grid-cols-3 gap-3">
                  {(['fit', 'tune', 'test'] as const)
                    .filter((name) => name !== 'test' || draft.method !== 'holdout')
                    .map((name) => (
                      <Field key={name} label={t(name)}>
                        <NumberInput
                          value={draft[name]}
                          onChange={(value) => set({ [name]: value })}
                          min={name === 'fit' ? 1 : 0}
                          step={1}
                          steppers={false}
                        />
                      </Field>
                    ))}
                </div>
                <p className="text-xs text-fg-muted">{t('partsHint')}</p>
              </fieldset>
              <Field label={t('seed')} hint={t('seedHint')} required>
                <Input
                  value={draft.seed}
                  maxLength={64}
                  onChange={(event) => set({ seed: event.target.value })}
                />
              </Field>
            </>
          )}
          <RefusalCallout error={order.error} />
          <Button
            type="submit"
            variant="primary"
            loading={order.isPending}
            disabled={plan === null || isBlocked}
          >
            {t('order')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
