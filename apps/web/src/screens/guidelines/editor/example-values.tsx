'use client';

import { Button, Field, IconButton, Input } from '@assay/ui';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { newValue, type ValueDraft } from '../draft.ts';
import type { ProblemAt } from './use-problem-text.ts';
import type { SampleColumns } from './use-sample-columns.ts';

/** Values of a row by column; one that is left empty is missing in the row. */
export function ExampleValues({
  field,
  values,
  sample,
  problemAt,
  onChange,
}: {
  field: string;
  values: readonly ValueDraft[];
  sample: SampleColumns;
  problemAt: ProblemAt;
  onChange: (values: readonly ValueDraft[]) => void;
}) {
  const t = useTranslations('guidelines.editor.examples');
  const listId = useId();
  const set = (id: string, part: Partial<ValueDraft>) =>
    onChange(values.map((each) => (each.id === id ? { ...each, ...part } : each)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{t('values')}</legend>
      <datalist id={listId}>
        {sample.columns.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {values.map((each, at) => (
        <div key={each.id} className="flex items-start gap-2">
          <Field
            label={t('column', { n: at + 1 })}
            hideLabel
            id={`${field}.${at}.column`}
            className="min-w-0 flex-1"
            error={problemAt(`${field}.${at}.column`)}
          >
            <Input
              list={listId}
              maxLength={256}
              value={each.column}
              placeholder={t('columnPlaceholder')}
              onChange={(event) => set(each.id, { column: event.target.value })}
            />
          </Field>
          <Field label={t('value', { n: at + 1 })} hideLabel className="min-w-0 flex-1">
            <Input
              maxLength={4096}
              value={each.value}
              placeholder={t('valuePlaceholder')}
              onChange={(event) => set(each.id, { value: event.target.value })}
            />
          </Field>
          <IconButton
            label={t('removeValue', { n: at + 1 })}
            icon={<X aria-hidden />}
            disabled={values.length === 1}
            onClick={() => onChange(values.filter((other) => other.id !== each.id))}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          variant="quiet"
          icon={<Plus aria-hidden />}
          onClick={() => onChange([...values, newValue()])}
        >
          {t('addValue')}
        </Button>
      </div>
    </fieldset>
  );
}
