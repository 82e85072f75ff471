'use client';

import { Button, DateInput, Field, Select } from '@assay/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionText } from '~/shell/action-text.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useLogWords } from './use-log-words.ts';

const DAY_MS = 86_400_000;
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);
const isId = (text: string | null): text is string =>
  text !== null && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

/** The filters in the address. A day is one in UTC; the last day counts in full. */
export function useLogFilters() {
  const { params } = useUrlParams();
  const [objectType, objectId] = (params.get('object') ?? '').split(':');
  const actor = params.get('actor');
  const action = params.get('action');
  const from = params.get('from');
  const to = params.get('to');
  return {
    ...(isId(actor) ? { actorId: actor } : {}),
    ...(action === null ? {} : { action }),
    ...(objectType === undefined || objectType === '' ? {} : { objectType }),
    ...(isId(objectId ?? null) ? { objectId } : {}),
    ...(isDay(from) ? { from: `${from}T00:00:00.000Z` } : {}),
    ...(isDay(to) ? { to: new Date(Date.parse(to) + DAY_MS).toISOString() } : {}),
  };
}

export const NO_FILTERS = { actor: null, action: null, object: null, from: null, to: null, after: null };

/** Who, what, and from when until when; each choice goes into the address. */
export function LogFilters() {
  const t = useTranslations('log');
  const words = useLogWords();
  const actionText = useActionText();
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const members = useQuery(trpc.member.list.queryOptions({ limit: 200 }));
  const actions = useQuery(trpc.log.actions.queryOptions());
  const set = (name: string) => (event: { target: { value: string } }) =>
    replace({ [name]: event.target.value, after: null });
  const areas = [...new Set((actions.data ?? []).map((action) => action.split('.')[0] ?? action))].sort();
  const choices = areas.flatMap((area) => {
    const group = words.area(area);
    const own = (actions.data ?? []).filter((action) => action.startsWith(`${area}.`));
    return [
      { value: `${area}.`, label: t('allOf', { area: group }), group },
      ...own.map((action) => ({ value: action, label: actionText(action), group })),
    ];
  });
  const isFiltered = ['actor', 'action', 'object', 'from', 'to'].some((name) => params.get(name) !== null);
  return (
    <search aria-label={t('filters')} className="flex flex-wrap items-end gap-3">
      <Field label={t('who')} className="w-full sm:w-48">
        <Select
          value={params.get('actor') ?? ''}
          onChange={set('actor')}
          options={[
            { value: '', label: t('anyone') },
            ...(members.data?.members ?? []).map((each) => ({ value: each.userId, label: each.name })),
          ]}
        />
      </Field>
      <Field label={t('what')} className="w-full sm:w-64">
        <Select
          value={params.get('action') ?? ''}
          onChange={set('action')}
          options={[{ value: '', label: t('anyAction') }, ...choices]}
        />
      </Field>
      <Field label={t('from')} className="w-[calc(50%-0.375rem)] sm:w-40">
        <DateInput
          value={params.get('from') ?? ''}
          max={params.get('to') ?? undefined}
          onChange={set('from')}
        />
      </Field>
      <Field label={t('to')} className="w-[calc(50%-0.375rem)] sm:w-40">
        <DateInput
          value={params.get('to') ?? ''}
          min={params.get('from') ?? undefined}
          onChange={set('to')}
        />
      </Field>
      {isFiltered ? (
        <Button variant="quiet" icon={<X aria-hidden />} onClick={() => replace(NO_FILTERS)}>
          {t('clearFilters')}
        </Button>
      ) : null}
    </search>
  );
}
