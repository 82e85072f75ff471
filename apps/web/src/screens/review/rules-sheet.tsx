'use client';

import type { ReviewRouting } from '@assay/contracts';
import { Button, Checkbox, Field, NumberInput, Sheet, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project } from '../projects/project-types.ts';
import type { Routing } from './review-types.ts';

const SWITCHES = [
  'flagged',
  'flaggedRegion',
  'artefact',
  'implausible',
  'unsure',
  'comment',
  'skipped',
] as const;

/** Which samples go before an expert, for all batches of a project. */
export function RulesSheet({
  project,
  onOpenChange,
}: {
  project: Project;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('review.rules');
  const trpc = useTRPC();
  const query = useQuery(trpc.review.routing.queryOptions({ projectId: project.id }));
  return (
    <Sheet open onOpenChange={onOpenChange} title={t('title')} description={t('about')}>
      <QueryState query={query}>
        {(routing) => (
          <RulesForm
            key={routing.number}
            routing={routing}
            project={project}
            onDone={() => onOpenChange(false)}
          />
        )}
      </QueryState>
    </Sheet>
  );
}

const toPercent = (share: number) => Math.round(share * 1000) / 10;

function RulesForm({ routing, project, onDone }: { routing: Routing; project: Project; onDone: () => void }) {
  const t = useTranslations('review.rules');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [rules, setRules] = useState<ReviewRouting>(routing.document);
  const save = useMutation(trpc.review.saveRouting.mutationOptions());
  const may = project.permissions.includes('review.route');
  const reload = () => queryClient.invalidateQueries(trpc.review.pathFilter());
  const onSave = async () => {
    try {
      const { number } = await save.mutateAsync({
        projectId: project.id,
        known: routing.known,
        document: rules,
      });
      toast({ title: t('saved', { number }) });
      await reload();
      onDone();
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  const { rareLabel, random, disagreement } = rules;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <p className="text-sm text-fg-muted">
        {routing.number === 0 ? t('program') : t('number', { number: routing.number })}
      </p>
      <Field label={t('share')} hint={t('shareHint')}>
        <NumberInput
          value={toPercent(random.share)}
          min={0}
          max={100}
          unit={t('percent')}
          disabled={!may}
          onChange={(value) => setRules({ ...rules, random: { ...random, share: (value ?? 0) / 100 } })}
        />
      </Field>
      <Field label={t('rare')} hint={t('rareHint')}>
        <NumberInput
          value={rareLabel === null ? null : toPercent(rareLabel.share)}
          min={0}
          max={100}
          unit={t('percent')}
          disabled={!may}
          onChange={(value) =>
            setRules({
              ...rules,
              rareLabel: value === null ? null : { atLeast: rareLabel?.atLeast ?? 50, share: value / 100 },
            })
          }
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-sm font-medium">{t('which')}</legend>
        <Checkbox
          label={t('disagreement')}
          checked={disagreement.on}
          disabled={!may}
          onChange={(checked) => setRules({ ...rules, disagreement: { ...disagreement, on: checked } })}
        />
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            label={t(name)}
            checked={rules[name]}
            disabled={!may}
            onChange={(checked) => setRules({ ...rules, [name]: checked })}
          />
        ))}
      </fieldset>
      <Field label={t('ratingSteps')}>
        <NumberInput
          value={disagreement.ratingSteps}
          min={0}
          max={20}
          disabled={!may || !disagreement.on}
          onChange={(value) =>
            setRules({ ...rules, disagreement: { ...disagreement, ratingSteps: value ?? 0 } })
          }
        />
      </Field>
      <RefusalCallout error={save.error} onReload={() => void reload().then(() => save.reset())} />
      {may ? (
        <div>
          <Button type="submit" variant="primary" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-fg-muted">{t('mayNot')}</p>
      )}
    </form>
  );
}
