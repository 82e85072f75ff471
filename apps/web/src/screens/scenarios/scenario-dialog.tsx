'use client';

import type { Scenario, ScenarioInput, ScenarioMinimum } from '@assay/contracts';
import { formatPredicate, parsePredicate } from '@assay/domain';
import { Button, Dialog, Field, Input, NumberInput, Select, Textarea } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { readFilter } from '../data/use-table-state.ts';
import { ConditionField } from './condition-field.tsx';
import { percentOf, shareOfPercent } from './minimum-text.ts';
import { useScenarioColumns } from './use-scenario-columns.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** Writes a scenario down, or changes one. */
export function ScenarioDialog({
  projectId,
  scenario,
  onClose,
}: {
  projectId: string;
  scenario: Scenario | null;
  onClose: () => void;
}) {
  const t = useTranslations('scenarios.form');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const words = useScenarioWords();
  const known = useScenarioColumns(projectId);
  const [name, setName] = useState(scenario?.name ?? '');
  const [kind, setKind] = useState(scenario?.kind ?? 'scenario');
  const [why, setWhy] = useState(scenario?.why ?? '');
  const [importance, setImportance] = useState(scenario?.importance ?? 'should');
  const was = scenario?.where == null ? '' : formatPredicate(scenario.where);
  const [text, setText] = useState(was);
  const [unit, setUnit] = useState<ScenarioMinimum['kind']>(scenario?.minimum.kind ?? 'rows');
  const [least, setLeast] = useState<number | null>(
    scenario === null
      ? 1
      : scenario.minimum.kind === 'rows'
        ? scenario.minimum.rows
        : percentOf(scenario.minimum),
  );
  const done = async () => {
    await queryClient.invalidateQueries(trpc.scenario.pathFilter());
    onClose();
  };
  const add = useMutation(trpc.scenario.add.mutationOptions({ onSuccess: done }));
  const update = useMutation(trpc.scenario.update.mutationOptions({ onSuccess: done }));
  const read = readCondition(text, was, scenario, known.columns);
  const minimum: ScenarioMinimum | null =
    least === null
      ? null
      : unit === 'rows'
        ? Number.isInteger(least) && least >= 1
          ? { kind: 'rows', rows: least }
          : null
        : shareOfPercent(least);
  const ready = name.trim() !== '' && read.problem === null && minimum !== null;
  const submit = () => {
    if (!ready || minimum === null) return;
    const input: ScenarioInput = { name: name.trim(), kind, why, importance, where: read.where, minimum };
    if (scenario === null) add.mutate({ projectId, scenarios: [input] });
    else {
      update.mutate({ projectId, scenarioId: scenario.id, revision: scenario.revision, scenario: input });
    }
  };
  return (
    <Dialog
      open
      title={t(scenario === null ? 'newTitle' : 'editTitle')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={!ready}
            loading={add.isPending || update.isPending}
            onClick={submit}
          >
            {t(scenario === null ? 'add' : 'save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RefusalCallout
          error={add.error ?? update.error}
          onReload={() => void queryClient.invalidateQueries(trpc.scenario.pathFilter()).then(onClose)}
        />
        <Field label={t('name')} required>
          <Input
            value={name}
            maxLength={120}
            placeholder={t('namePlaceholder')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('kind')} hint={t(`kindHints.${kind}`)}>
            <Select
              value={kind}
              options={words.kinds}
              onChange={(event) =>
                setKind(words.kinds.find((each) => each.value === event.currentTarget.value)?.value ?? kind)
              }
            />
          </Field>
          <Field label={t('importance')} hint={t(`importanceHints.${importance}`)}>
            <Select
              value={importance}
              options={words.importances}
              onChange={(event) =>
                setImportance(
                  words.importances.find((each) => each.value === event.currentTarget.value)?.value ??
                    importance,
                )
              }
            />
          </Field>
        </div>
        <Field label={t('why')} optional hint={t('whyHint')}>
          <Textarea
            value={why}
            rows={3}
            maxLength={2000}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </Field>
        <ConditionField known={known} text={text} problem={read.problem} onText={setText} />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">{t('minimum')}</legend>
          <div className="flex flex-wrap gap-2">
            <Field label={t('least')} hideLabel className="w-36">
              <NumberInput
                value={least}
                min={unit === 'rows' ? 1 : 0}
                step={unit === 'rows' ? 1 : 'any'}
                steppers={false}
                onChange={setLeast}
              />
            </Field>
            <Field label={t('unit')} hideLabel className="min-w-0 flex-1 basis-40">
              <Select
                value={unit}
                options={(['rows', 'share'] as const).map((value) => ({ value, label: t(`units.${value}`) }))}
                onChange={(event) => setUnit(event.currentTarget.value === 'share' ? 'share' : 'rows')}
              />
            </Field>
          </div>
          {minimum === null ? (
            <p role="alert" className="text-sm text-bad-text">
              {t(`leastError.${unit}`)}
            </p>
          ) : null}
        </fieldset>
      </div>
    </Dialog>
  );
}

/** The condition as it is written; what was there before stands, also where its columns are gone. */
function readCondition(
  text: string,
  was: string,
  scenario: Scenario | null,
  columns: Parameters<typeof readFilter>[1],
) {
  if (text.trim() === '') return { where: null, problem: null };
  if (text === was) return { where: scenario?.where ?? null, problem: null };
  if (columns.length === 0) {
    const parsed = parsePredicate(text);
    return parsed.ok
      ? { where: parsed.predicate, problem: null }
      : { where: null, problem: { message: parsed.error.message, position: parsed.error.position } };
  }
  const { predicate, problem } = readFilter(text, columns);
  return { where: predicate, problem };
}
