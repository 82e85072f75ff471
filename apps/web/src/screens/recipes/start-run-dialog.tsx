'use client';

import { MOST_ROWS, PILOT_ROWS, policyRef } from '@assay/contracts';
import {
  Button,
  Callout,
  Dialog,
  DialogClose,
  Field,
  Input,
  LinkButton,
  NumberInput,
  RadioGroup,
  Select,
} from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { FieldProblems } from './editor/field-problems.tsx';
import type { RecipeView } from './recipe-types.ts';
import { usePolicyOptions } from './use-policy-options.ts';

const FULL_ROWS = 10_000;

/** Orders a run of the newest version. What would refuse it is said before it is asked for. */
export function StartRunDialog({
  recipe,
  dirty,
  onOpenChange,
}: {
  recipe: RecipeView;
  dirty: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('recipes.start');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const formId = useId();
  const [kind, setKind] = useState<'pilot' | 'full'>('pilot');
  const [rows, setRows] = useState<number | null>(PILOT_ROWS);
  const [policy, setPolicy] = useState<string | null>(null);
  const [seed, setSeed] = useState('');
  const [name, setName] = useState('');
  const { options, standard } = usePolicyOptions(recipe.projectId);
  const { sourceId } = recipe.document;
  const source = useQuery(trpc.source.get.queryOptions(sourceId === null ? skipToken : { sourceId }));
  const sound = rows !== null && rows >= 1 && rows <= MOST_ROWS && Number.isInteger(rows);
  const check = useQuery(
    trpc.recipe.check.queryOptions(
      sound ? { projectId: recipe.projectId, document: recipe.document, rows } : skipToken,
    ),
  );
  const start = useMutation(trpc.run.start.mutationOptions());
  const blockers = (source.data?.readiness.missing ?? []).filter(
    (item) => item.severity === 'blocker' && !item.overridden,
  );
  const problems = check.data?.problems ?? [];
  const blocked = blockers.length > 0 || problems.some((problem) => problem.severity === 'error');
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const ref = policyRef.safeParse(policy);
    if (!sound || start.isPending || start.isSuccess) return;
    try {
      const { runId } = await start.mutateAsync({
        recipeVersionId: recipe.versionId,
        kind,
        rows,
        ...(ref.success ? { policyRef: ref.data } : {}),
        ...(seed.trim() === '' ? {} : { seed: seed.trim() }),
        ...(name.trim() === '' ? {} : { name: name.trim() }),
      });
      void queryClient.invalidateQueries(trpc.run.list.pathFilter());
      router.push(path(`/runs/${runId}`));
    } catch {
      // The mutation keeps the refusal, which is shown above the buttons.
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={t('title', { number: recipe.number })}
      description={t('body')}
      footer={
        <>
          <DialogClose asChild>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={start.isPending || start.isSuccess}
            disabled={!sound || blocked}
          >
            {kind === 'pilot' ? t('go') : t('goFull')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {dirty ? (
          <Callout tone="warn" announce="status">
            {t('unsaved')}
          </Callout>
        ) : null}
        {blockers.length === 0 ? null : (
          <Callout
            tone="bad"
            title={t('blockedSource', { name: source.data?.name ?? '' })}
            actions={
              <LinkButton size="sm" href={path(`/sources/${sourceId}`)}>
                {t('settle')}
              </LinkButton>
            }
          >
            <ul className="list-disc space-y-1 pl-4">
              {blockers.map((item) => (
                <li key={item.code}>{item.sentence}</li>
              ))}
            </ul>
          </Callout>
        )}
        <RadioGroup
          label={t('kind')}
          cards
          value={kind}
          onChange={(value) => {
            const next = value === 'full' ? 'full' : 'pilot';
            setKind(next);
            setRows(next === 'full' ? FULL_ROWS : PILOT_ROWS);
          }}
          options={[
            { value: 'pilot', label: t('pilot'), hint: t('pilotHint') },
            { value: 'full', label: t('full'), hint: t('fullHint') },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('rows')} required>
            <NumberInput value={rows} min={1} max={MOST_ROWS} onChange={setRows} />
          </Field>
          <Field label={t('policy')} hint={t('policyHint')}>
            <Select
              value={policy ?? standard}
              onChange={(event) => setPolicy(event.target.value)}
              options={options}
            />
          </Field>
          <Field label={t('name')} hint={t('nameHint')} optional>
            <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t('seed')} hint={t('seedHint')} optional>
            <Input value={seed} maxLength={64} onChange={(event) => setSeed(event.target.value)} />
          </Field>
        </div>
        <FieldProblems problems={problems} />
        <RefusalCallout error={start.error} />
      </form>
    </Dialog>
  );
}
