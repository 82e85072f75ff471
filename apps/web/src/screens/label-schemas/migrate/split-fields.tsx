'use client';

import type { LabelSchema } from '@assay/contracts';
import { Button, Field, IconButton, Input, MultiSelect, Select } from '@assay/ui';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  MOST_PARTS,
  type OperationDraft,
  type PartDraft,
  splitBy,
  splitters,
  valuesOf,
} from './operation-draft.ts';

const BY_HAND = 'hand';
const STAY = 'stay';

/** How a label becomes several: by what, into which parts, and where answers go that do not say. */
export function SplitFields({
  schema,
  draft,
  onChange,
}: {
  schema: LabelSchema;
  draft: OperationDraft;
  onChange: (draft: OperationDraft) => void;
}) {
  const t = useTranslations('labelSchemas.migrate.split');
  const words = useTranslations('labelSchemas.answer');
  const { parts, attributeId, rest } = draft;
  const wordOf = (value: string) => words(value === 'true' ? 'yes' : 'no');
  const values = valuesOf(schema, attributeId).map(({ value, name }) => ({
    value,
    label: name ?? wordOf(value),
  }));
  const setPart = (at: number, part: PartDraft) => onChange({ ...draft, parts: parts.with(at, part) });
  const remove = (at: number) =>
    onChange({
      ...draft,
      parts: parts.toSpliced(at, 1),
      rest: rest === null || rest < at ? rest : Math.max(0, rest - 1),
    });
  return (
    <>
      <Field label={t('by')} hint={attributeId === null ? t('byHandHint') : t('byHint')}>
        <Select
          value={attributeId ?? BY_HAND}
          options={[
            { value: BY_HAND, label: t('byHand') },
            ...splitters(schema, draft.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ target }) =>
            onChange(splitBy(draft, schema, target.value === BY_HAND ? null : target.value, wordOf))
          }
        />
      </Field>
      <fieldset className="flex min-w-0 flex-col gap-3 sm:col-span-2">
        <legend className="mb-2 text-sm font-medium">{t('parts')}</legend>
        {parts.map((part, at) => (
          // Parts have no id until they are made; their place says which is which.
          <div key={at} className="flex flex-wrap items-start gap-2 rounded-md border border-line p-3">
            <Field label={t('partName', { number: at + 1 })} className="min-w-0 flex-1 basis-52">
              <Input
                value={part.name}
                maxLength={120}
                onChange={({ target }) => setPart(at, { ...part, name: target.value })}
              />
            </Field>
            {attributeId === null ? null : (
              <Field label={t('partValues', { number: at + 1 })} className="min-w-0 flex-1 basis-52">
                <MultiSelect
                  options={values}
                  value={part.values}
                  onChange={(chosen) => setPart(at, { ...part, values: chosen })}
                />
              </Field>
            )}
            {parts.length <= 2 ? null : (
              <IconButton
                label={t('removePart', { number: at + 1 })}
                icon={<X aria-hidden />}
                onClick={() => remove(at)}
              />
            )}
          </div>
        ))}
        {parts.length >= MOST_PARTS ? null : (
          <Button
            size="sm"
            className="self-start"
            icon={<Plus aria-hidden />}
            onClick={() => onChange({ ...draft, parts: [...parts, { name: '', values: [] }] })}
          >
            {t('addPart')}
          </Button>
        )}
      </fieldset>
      <Field label={t('rest')} hint={t('restHint')} className="sm:col-span-2">
        <Select
          value={rest === null ? STAY : String(rest)}
          options={[
            ...(attributeId === null ? [] : [{ value: STAY, label: t('stay') }]),
            ...parts.map(({ name }, at) => ({
              value: String(at),
              label: name === '' ? t('partName', { number: at + 1 }) : name,
            })),
          ]}
          onChange={({ target }) =>
            onChange({ ...draft, rest: target.value === STAY ? null : Number(target.value) })
          }
        />
      </Field>
    </>
  );
}
