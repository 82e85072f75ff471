'use client';

import { type LabelQuestion, type LabelSchemaProblem, MOST_LABEL_TEXT } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { CorrectsField } from './corrects-field.tsx';
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
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <CorrectsField
        corrects={question.corrects}
        field={field}
        problems={problems}
        onChange={(corrects) => onChange({ ...question, corrects })}
      />
      <NumberField
        label={t('maxLength')}
        value={question.maxLength}
        min={1}
        max={MOST_LABEL_TEXT}
        disabled={disabled}
        onChange={(maxLength) => (maxLength === null ? undefined : onChange({ ...question, maxLength }))}
      />
    </div>
  );
}
