'use client';

import type { LabelQuestion, LabelSchemaProblem } from '@assay/contracts';
import { Field, Input } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { problemsAt } from '../read-schema.ts';
import { CorrectsField } from './corrects-field.tsx';
import { NumberField } from './number-field.tsx';

type Rating = Extract<LabelQuestion, { kind: 'rating' }>;

/** The steps of a rating, what its ends are called, and which column proposes one. */
export function RatingFields({
  question,
  field,
  problems,
  disabled,
  onChange,
}: {
  question: Rating;
  field: string;
  problems: readonly LabelSchemaProblem[];
  disabled: boolean;
  onChange: (question: Rating) => void;
}) {
  const t = useTranslations('labelSchemas.editor.rating');
  return (
    <>
      <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-[1fr_1fr_2fr_2fr]">
        {(['min', 'max'] as const).map((end) => (
          <NumberField
            key={end}
            label={t(end)}
            value={question[end]}
            min={-1000}
            max={1000}
            disabled={disabled}
            onChange={(value) => (value === null ? undefined : onChange({ ...question, [end]: value }))}
          />
        ))}
        {(['minWords', 'maxWords'] as const).map((end) => (
          <Field key={end} label={t(end)} optional>
            <Input
              value={question[end]}
              maxLength={60}
              onChange={(event) => onChange({ ...question, [end]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <FieldProblems
        problems={[...problemsAt(problems, `${field}.min`), ...problemsAt(problems, `${field}.max`)]}
      />
      <CorrectsField
        corrects={question.corrects}
        field={field}
        problems={problems}
        onChange={(corrects) => onChange({ ...question, corrects })}
      />
    </>
  );
}
