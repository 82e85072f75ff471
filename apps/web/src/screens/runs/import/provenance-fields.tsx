'use client';

import type { Provenance } from '@assay/contracts';
import { Field, Input, Select, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';

export const PROVENANCE_FIELDS = ['generator', 'version', 'seed', 'prompt', 'parameters'] as const;
type Name = (typeof PROVENANCE_FIELDS)[number];
export type ProvenanceDraft = Record<Name, { by: 'value' | 'column'; text: string }>;

export const emptyProvenance = (): ProvenanceDraft => ({
  generator: { by: 'value', text: '' },
  version: { by: 'value', text: '' },
  seed: { by: 'value', text: '' },
  prompt: { by: 'value', text: '' },
  parameters: { by: 'value', text: '' },
});

/** What was typed, as it is sent; null while nobody has said what made the rows. */
export function provenanceOf(draft: ProvenanceDraft): Provenance | null {
  const said = (name: Name) => {
    const { by, text } = draft[name];
    if (text.trim() === '') return null;
    return by === 'column' ? { column: text.trim() } : { value: text.trim() };
  };
  const generator = said('generator');
  return generator === null
    ? null
    : {
        generator,
        version: said('version'),
        seed: said('seed'),
        prompt: said('prompt'),
        parameters: said('parameters'),
      };
}

/** Where rows come from: once for the file, or by a column of it. */
export function ProvenanceFields({
  draft,
  disabled,
  onChange,
}: {
  draft: ProvenanceDraft;
  disabled: boolean;
  onChange: (draft: ProvenanceDraft) => void;
}) {
  const t = useTranslations('runs.import');
  const set = (name: Name, part: Partial<ProvenanceDraft[Name]>) =>
    onChange({ ...draft, [name]: { ...draft[name], ...part } });
  return (
    <div className="flex flex-col gap-4">
      {PROVENANCE_FIELDS.map((name) => {
        const { by, text } = draft[name];
        const long = by === 'value' && (name === 'prompt' || name === 'parameters');
        const Control = long ? Textarea : Input;
        return (
          <div key={name} className="flex flex-wrap items-start gap-2">
            <Field
              label={t(`fields.${name}`)}
              hint={by === 'column' ? t('columnName') : t(`hints.${name}`)}
              required={name === 'generator'}
              optional={name !== 'generator'}
              className="min-w-0 flex-1 basis-60"
            >
              <Control
                value={text}
                disabled={disabled}
                maxLength={by === 'column' ? 256 : 10_000}
                {...(long ? { rows: 2 } : {})}
                onChange={(event: { target: { value: string } }) => set(name, { text: event.target.value })}
              />
            </Field>
            <Select
              aria-label={t('how', { field: t(`fields.${name}`) })}
              className="w-full sm:mt-[1.625rem] sm:w-44"
              value={by}
              disabled={disabled}
              onChange={(event) => set(name, { by: event.target.value === 'column' ? 'column' : 'value' })}
              options={[
                { value: 'value', label: t('asValue') },
                { value: 'column', label: t('asColumn') },
              ]}
            />
          </div>
        );
      })}
    </div>
  );
}
