'use client';

import type { LabelSchemaProblem } from '@assay/contracts';
import { Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { problemsAt } from '../read-schema.ts';
import { useColumnNames } from './column-names.tsx';

/** The column whose value is proposed as the answer, if there is one. */
export function CorrectsField({
  corrects,
  field,
  problems,
  onChange,
}: {
  corrects: string | null;
  field: string;
  problems: readonly LabelSchemaProblem[];
  onChange: (corrects: string | null) => void;
}) {
  const t = useTranslations('labelSchemas.editor.text');
  const names = useColumnNames() ?? [];
  const listId = useId();
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Field label={t('corrects')} optional hint={t('correctsHint')}>
        <Input
          value={corrects ?? ''}
          maxLength={256}
          list={names.length === 0 ? undefined : listId}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      </Field>
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FieldProblems problems={problemsAt(problems, `${field}.corrects`)} />
    </div>
  );
}
