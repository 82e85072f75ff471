'use client';

import { type LabellingRates, MOST_MONEY } from '@assay/contracts';
import {
  Button,
  Combobox,
  DateInput,
  Field,
  IconButton,
  Input,
  NumberInput,
  RadioGroup,
  Select,
  Sheet,
  useToast,
  useUi,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { dueDay } from '../batches/new/draft.ts';
import type { Rates } from './cost-types.ts';
import { digitsOf, typedOfUnits, unitsOfTyped } from './money.ts';

type Draft = {
  currency: string;
  annotator: number | null;
  expert: number | null;
  /** In the order in which they were added; `key` tells one line from another while nobody is chosen in it. */
  people: readonly { key: number; personId: string; hour: number | null }[];
  by: 'none' | 'rows' | 'hours';
  machine: number | null;
  since: 'always' | 'day';
  day: string;
  note: string;
};

const FIRST = 'EUR';

/** What was said last, as it is typed. */
function draftOf({ versions }: Rates): Draft {
  const rates = versions[0]?.rates;
  const currency = rates?.currency ?? FIRST;
  const typed = (units: number | null) => typedOfUnits(units, currency);
  const machine = rates?.machine ?? null;
  return {
    currency,
    annotator: typed(rates?.annotator ?? null),
    expert: typed(rates?.expert ?? null),
    people: (rates?.people ?? []).map(({ personId, hour }, key) => ({ key, personId, hour: typed(hour) })),
    by: machine?.by ?? 'none',
    machine: machine === null ? null : typed(machine.by === 'rows' ? machine.thousand : machine.hour),
    since: rates === undefined ? 'always' : 'day',
    day: dueDay(new Date().toISOString()),
    note: '',
  };
}

/** What is saved; null while an amount or a day is missing. */
function savedOf(draft: Draft): { rates: LabellingRates; holdsFrom: string | null } | null {
  const units = (typed: number | null) => unitsOfTyped(typed, draft.currency);
  const machine = units(draft.machine);
  const people = draft.people.map(({ personId, hour }) => ({ personId, hour: units(hour) }));
  const from = draft.since === 'always' ? null : new Date(`${draft.day}T00:00:00`);
  if (from !== null && Number.isNaN(from.getTime())) return null;
  if (draft.by !== 'none' && machine === null) return null;
  if (people.some(({ personId, hour }) => personId === '' || hour === null)) return null;
  return {
    holdsFrom: from?.toISOString() ?? null,
    rates: {
      type: 'assay.labelling-rates',
      version: 1,
      currency: draft.currency,
      annotator: units(draft.annotator),
      expert: units(draft.expert),
      people: people.map(({ personId, hour }) => ({ personId, hour: hour ?? 0 })),
      machine:
        draft.by === 'none'
          ? null
          : draft.by === 'rows'
            ? { by: 'rows', thousand: machine ?? 0 }
            : { by: 'hours', hour: machine ?? 0 },
    },
  };
}

/** Says what work costs, from a day on or for all of it. */
export function RatesSheet({
  projectId,
  rates,
  onClose,
}: {
  projectId: string;
  rates: Rates;
  onClose: () => void;
}) {
  const t = useTranslations('costs.rates');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { locale } = useUi();
  // As it was when it was opened: what somebody else saved since then is told, not overwritten.
  const [before] = useState(rates);
  const [draft, setDraft] = useState(() => draftOf(before));
  const [tried, setTried] = useState(false);
  const save = useMutation(trpc.cost.saveRates.mutationOptions());
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const saved = savedOf(draft);
  const missing = (is: boolean) => (tried && is ? t('missing') : undefined);
  const step = 1 / 10 ** digitsOf(draft.currency);
  const amount = { min: 0, max: MOST_MONEY * step, step, unit: draft.currency, steppers: false };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (saved === null || save.isPending) return;
    try {
      await save.mutateAsync({ projectId, known: before.number, note: draft.note.trim(), ...saved });
      toast({ title: t('done') });
      await queryClient.invalidateQueries(trpc.cost.pathFilter());
      onClose();
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <Sheet
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(before.number === 0 ? 'set' : 'change')}
      description={t('sheetAbout')}
    >
      <form className="flex flex-col gap-5" noValidate onSubmit={(event) => void submit(event)}>
        <Field label={t('currency')}>
          <Combobox
            value={draft.currency}
            onChange={(currency) => set({ currency })}
            options={Intl.supportedValuesOf('currency').map((code) => ({
              value: code,
              label: `${code}: ${names.of(code) ?? code}`,
            }))}
          />
        </Field>
        <Field label={t('annotatorHour')} hint={t('annotatorHint')} optional>
          <NumberInput {...amount} value={draft.annotator} onChange={(annotator) => set({ annotator })} />
        </Field>
        <Field label={t('expertHour')} hint={t('expertHint')} optional>
          <NumberInput {...amount} value={draft.expert} onChange={(expert) => set({ expert })} />
        </Field>
        <PeopleRates projectId={projectId} before={before} draft={draft} tried={tried} onChange={set} />
        <Field label={t('machine')}>
          <RadioGroup
            value={draft.by}
            onChange={(by) => set({ by: by as Draft['by'] })}
            options={(['none', 'rows', 'hours'] as const).map((by) => ({
              value: by,
              label: t(`by.${by}`),
            }))}
          />
        </Field>
        {draft.by === 'none' ? null : (
          <Field
            label={t(draft.by === 'rows' ? 'machineThousand' : 'machineHour')}
            required
            error={missing(draft.machine === null)}
          >
            <NumberInput {...amount} value={draft.machine} onChange={(machine) => set({ machine })} />
          </Field>
        )}
        <Field label={t('since')}>
          <RadioGroup
            value={draft.since}
            onChange={(since) => set({ since: since as Draft['since'] })}
            options={(['always', 'day'] as const).map((since) => ({
              value: since,
              label: t(`sinces.${since}`),
              hint: t(`sinceHints.${since}`),
            }))}
          />
        </Field>
        {draft.since === 'always' ? null : (
          <Field label={t('day')} required error={missing(draft.day === '')}>
            <DateInput value={draft.day} onChange={({ target }) => set({ day: target.value })} />
          </Field>
        )}
        <Field label={t('note')} optional>
          <Input value={draft.note} maxLength={500} onChange={({ target }) => set({ note: target.value })} />
        </Field>
        <RefusalCallout
          error={save.error}
          onReload={() => void queryClient.invalidateQueries(trpc.cost.pathFilter()).then(onClose)}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" loading={save.isPending}>
            {common('save')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}

function PeopleRates({
  projectId,
  before,
  draft,
  tried,
  onChange,
}: {
  projectId: string;
  before: Rates;
  draft: Draft;
  tried: boolean;
  onChange: (part: Partial<Draft>) => void;
}) {
  const t = useTranslations('costs.rates');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const members = useQuery(trpc.project.members.queryOptions({ projectId }));
  const known = new Map<string, string>();
  for (const { userId, name } of before.versions.flatMap((version) => version.people)) {
    known.set(userId, name ?? common('unknownPerson'));
  }
  for (const { userId, name } of members.data ?? []) known.set(userId, name);
  const step = 1 / 10 ** digitsOf(draft.currency);
  const change = (key: number, part: Partial<Draft['people'][number]>) =>
    onChange({ people: draft.people.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{t('peopleHour')}</legend>
      <p className="text-sm text-fg-muted">{t('peopleHint')}</p>
      {draft.people.map(({ key, personId, hour }) => {
        const name = known.get(personId) ?? '';
        const taken = new Set(draft.people.map((each) => each.personId));
        return (
          <div key={key} className="flex items-end gap-2">
            <Field
              className="min-w-0 flex-1"
              label={t('person')}
              error={tried && personId === '' ? t('missing') : undefined}
            >
              <Select
                value={personId}
                onChange={({ target }) => change(key, { personId: target.value })}
                options={[
                  ...(personId === '' ? [{ value: '', label: t('choose') }] : []),
                  ...[...known]
                    .filter(([id]) => id === personId || !taken.has(id))
                    .map(([value, label]) => ({ value, label })),
                ]}
              />
            </Field>
            <Field
              className="w-32"
              label={t('hour')}
              error={tried && hour === null ? t('missing') : undefined}
            >
              <NumberInput
                value={hour}
                min={0}
                step={step}
                unit={draft.currency}
                steppers={false}
                onChange={(value) => change(key, { hour: value })}
              />
            </Field>
            <IconButton
              label={t('removePerson', { name: name === '' ? t('person') : name })}
              icon={<X aria-hidden />}
              onClick={() => onChange({ people: draft.people.filter((each) => each.key !== key) })}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          disabled={draft.people.length >= known.size}
          onClick={() =>
            onChange({
              people: [
                ...draft.people,
                { key: 1 + Math.max(-1, ...draft.people.map((each) => each.key)), personId: '', hour: null },
              ],
            })
          }
        >
          {t('addPerson')}
        </Button>
      </div>
    </fieldset>
  );
}
