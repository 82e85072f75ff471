'use client';

import { type LabelQuestion, type LabelSchemaProblem, MOST_LABEL_TEXT } from '@assay/contracts';
import { Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { problemsAt } from '../read-schema.ts';
import { useColumnNames } from './column-names.tsx';
import { NumberField } from './number-field.tsx';

type Text = Extract<LabelQuestion, { kind: 'text' }>;

/** Which column a text corrects, if it does, and how long it may be. */
export function TextFields({
  question,
  field,
  problems,
  disabled,
  onChange,
}: {
  question: Text;
  field: string;
  problems: readonly LabelSchemaProblem[];
  disabled: boolean;
  onChange: (question: Text) => void;
}) {
  const t = useTranslations('labelSchemas.editor.text');
  const names = useColumnNames() ?? [];
  const listId = useId();
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('corrects')} optional hint={t('correctsHint')}>
          <Input
            value={question.corrects ?? ''}
            maxLength={256}
            list={names.length === 0 ? undefined : listId}
            autoComplete="off"
            onChange={({ target }) =>
              onChange({ ...question, corrects: target.value === '' ? null : target.value })
            }
          />
        </Field>
        <datalist id={listId}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <NumberField
          label={t('maxLength')}
          value={question.maxLength}
          min={1}
          max={MOST_LABEL_TEXT}
          disabled={disabled}
          onChange={(maxLength) => (maxLength === null ? undefined : onChange({ ...question, maxLength }))}
        />
      </div>
      <FieldProblems problems={problemsAt(problems, `${field}.corrects`)} />
    </>
  );
}
