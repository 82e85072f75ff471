'use client';

import { type GoalInput, goalComparator, type MetricId, metricDefinition, metricIds } from '@assay/contracts';
import { Button, Checkbox, Combobox, DateInput, Dialog, Field, Input, NumberInput, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { BaselineField } from './baseline-field.tsx';
import type { Goal } from './goal-types.ts';
import { readSlice, writeSlice } from './slice-text.ts';

type Props = { projectId: string; goal: Goal | null; onClose: () => void };

/** Sets a goal, or changes one. */
export function GoalDialog({ projectId, goal, onClose }: Props) {
  const t = useTranslations('goals');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(goal?.name ?? '');
  const [metric, setMetric] = useState<MetricId>(
    metricIds.find((each) => each === goal?.metric) ?? 'shape-error',
  );
  const [slice, setSlice] = useState(writeSlice(goal?.slice ?? {}));
  const [comparator, setComparator] = useState<GoalInput['comparator']>(goal?.comparator ?? '<=');
  const [target, setTarget] = useState<number | null>(goal?.target ?? null);
  const [baseline, setBaseline] = useState<GoalInput['baseline']>(goal?.baseline ?? null);
  const [due, setDue] = useState(goal?.due ?? '');
  const [blocking, setBlocking] = useState(goal?.blocking ?? false);
  const done = async () => {
    await queryClient.invalidateQueries(trpc.goal.pathFilter());
    onClose();
  };
  const create = useMutation(trpc.goal.create.mutationOptions({ onSuccess: done }));
  const update = useMutation(trpc.goal.update.mutationOptions({ onSuccess: done }));
  const parts = readSlice(slice);
  // What was measured of another figure is no baseline of this one.
  const dropMeasured = () => setBaseline((now) => (now?.kind === 'measured' ? null : now));
  const submit = () => {
    if (target === null || parts === null) return;
    const input: GoalInput = {
      name: name.trim(),
      metric,
      slice: parts,
      comparator,
      target,
      baseline,
      due: due === '' ? null : due,
      blocking,
    };
    if (goal === null) create.mutate({ projectId, goal: input });
    else update.mutate({ goalId: goal.id, revision: goal.revision, goal: input });
  };
  return (
    <Dialog
      open
      title={t(goal === null ? 'newTitle' : 'editTitle')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={name.trim() === '' || target === null || parts === null}
            loading={create.isPending || update.isPending}
            onClick={submit}
          >
            {t(goal === null ? 'create' : 'save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RefusalCallout
          error={create.error ?? update.error}
          onReload={() => void queryClient.invalidateQueries(trpc.goal.pathFilter()).then(onClose)}
        />
        <Field label={t('name')} required>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Field label={t('metric')} required hint={metricDefinition(metric).definition}>
          <Combobox
            value={metric}
            options={metricIds.map((each) => ({ value: each, label: metricDefinition(each).name }))}
            onChange={(value) => {
              setMetric(metricIds.find((each) => each === value) ?? metric);
              dropMeasured();
            }}
          />
        </Field>
        <Field
          label={t('slice')}
          optional
          hint={t('sliceHint')}
          {...(parts === null ? { error: t('sliceError') } : {})}
        >
          <Input
            value={slice}
            onChange={(event) => {
              setSlice(event.currentTarget.value);
              dropMeasured();
            }}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('comparator')}>
            <Select
              value={comparator}
              options={goalComparator.options.map((value) => ({ value, label: t(`comparators.${value}`) }))}
              onChange={(event) =>
                setComparator(
                  goalComparator.options.find((each) => each === event.currentTarget.value) ?? comparator,
                )
              }
            />
          </Field>
          <Field label={t('target')} required hint={t('targetHint')}>
            <NumberInput value={target} step="any" steppers={false} onChange={setTarget} />
          </Field>
          <BaselineField
            projectId={projectId}
            metric={metric}
            slice={parts}
            baseline={baseline}
            onChange={setBaseline}
          />
          <Field label={t('due')} optional>
            <DateInput value={due} onChange={(event) => setDue(event.currentTarget.value)} />
          </Field>
        </div>
        <Checkbox label={t('blocking')} hint={t('blockingHint')} checked={blocking} onChange={setBlocking} />
      </div>
    </Dialog>
  );
}
