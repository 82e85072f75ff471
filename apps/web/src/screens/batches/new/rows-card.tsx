'use client';

import { Callout, Card, Checkbox, Combobox, Field, NumberInput, RadioGroup } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { FilterProblem } from '../../data/use-table-state.ts';
import type { RunView } from '../../runs/use-run.ts';
import { RunField } from './run-field.tsx';
import type { BatchFormPart } from './use-batch-words.ts';
import { WhereField } from './where-field.tsx';

const MOST = 1_000_000;
const ORDERS = ['shuffled', 'row', 'similar', 'suspects'] as const;

/** Which rows of which run become samples, how many, and in which order they are served. */
export function RowsCard({
  projectId,
  draft,
  set,
  errorAt,
  run,
  filterProblem,
}: BatchFormPart & { run: RunView | undefined; filterProblem: FilterProblem | null }) {
  const t = useTranslations('batches.new');
  return (
    <Card title={t('rowsTitle')} description={t('rowsAbout')}>
      <div className="flex flex-col gap-5">
        <RunField
          projectId={projectId}
          runId={draft.runId}
          onRun={(runId) => set({ runId, quotaColumn: '' })}
          error={errorAt('runId')}
        />
        {run?.status === 'BLOCKED' ? (
          <Callout tone="warn" title={t('blockedTitle', { number: run.number })}>
            {t('blockedBody')}
          </Callout>
        ) : null}
        {run === undefined ? null : (
          <WhereField
            run={run}
            where={draft.where}
            onWhere={(where) => set({ where })}
            problem={
              filterProblem ??
              (errorAt('where') === undefined ? null : { message: errorAt('where') ?? '', position: null })
            }
          />
        )}
        <HowMany draft={draft} set={set} errorAt={errorAt} run={run} />
        <Field label={t('order')}>
          <RadioGroup
            value={draft.order}
            onChange={(value) => set({ order: ORDERS.find((each) => each === value) ?? 'shuffled' })}
            options={ORDERS.map((order) => ({
              value: order,
              label: t(`orders.${order}`),
              hint: t(`orders.${order}Hint`),
            }))}
          />
        </Field>
        {errorAt('order') === undefined ? null : (
          <p id="order" className="text-sm text-bad-text">
            {errorAt('order')}
          </p>
        )}
        <Checkbox
          checked={draft.likelihood || draft.order === 'suspects'}
          disabled={draft.order === 'suspects'}
          onChange={(likelihood) => set({ likelihood })}
          label={t('likelihood')}
          hint={t('likelihoodHint')}
        />
      </div>
    </Card>
  );
}

function HowMany({
  draft,
  set,
  errorAt,
  run,
}: Omit<BatchFormPart, 'projectId'> & { run: RunView | undefined }) {
  const t = useTranslations('batches.new');
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('take')}>
        <RadioGroup
          value={draft.take}
          onChange={(value) => set({ take: value === 'all' ? 'all' : value === 'quota' ? 'quota' : 'size' })}
          options={[
            { value: 'size', label: t('takes.size'), hint: t('takes.sizeHint') },
            { value: 'quota', label: t('takes.quota'), hint: t('takes.quotaHint') },
            { value: 'all', label: t('takes.all') },
          ]}
        />
      </Field>
      {draft.take === 'size' ? (
        <Field label={t('size')} id="size" required error={errorAt('size')} className="max-w-xs">
          <NumberInput value={draft.size} min={1} max={MOST} onChange={(size) => set({ size })} />
        </Field>
      ) : null}
      {draft.take === 'quota' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label={t('quotaColumn')}
            id="quotaColumn"
            required
            error={errorAt('quotaColumn')}
            {...(run === undefined ? { hint: t('runFirst') } : {})}
          >
            <Combobox
              value={draft.quotaColumn === '' ? undefined : draft.quotaColumn}
              disabled={run === undefined}
              options={(run?.columns ?? []).map((column) => ({
                value: column.name,
                label: column.name,
                ...(column.label === column.name || column.label === '' ? {} : { hint: column.label }),
              }))}
              onChange={(quotaColumn) => set({ quotaColumn })}
            />
          </Field>
          <Field label={t('quotaEach')} id="quotaEach" required error={errorAt('quotaEach')}>
            <NumberInput
              value={draft.quotaEach}
              min={1}
              max={MOST}
              onChange={(quotaEach) => set({ quotaEach })}
            />
          </Field>
        </div>
      ) : null}
    </div>
  );
}
