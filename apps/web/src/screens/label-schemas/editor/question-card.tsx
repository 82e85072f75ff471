'use client';

import type { LabelQuestion, LabelSchemaProblem } from '@assay/contracts';
import { Badge, Card, Checkbox, Field, IconButton, Input, Textarea } from '@assay/ui';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { problemsAt } from '../read-schema.ts';
import { CellsFields } from './cells-fields.tsx';
import { CorrectsField } from './corrects-field.tsx';
import { LabelsEditor } from './labels-editor.tsx';
import { RatingFields } from './rating-fields.tsx';
import { RelationsEditor } from './relations-editor.tsx';
import { TextFields } from './text-fields.tsx';

export type QuestionCardProps = {
  question: LabelQuestion;
  number: number;
  last: boolean;
  isNew: boolean;
  /** Path of the question in the document. */
  field: string;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (question: LabelQuestion) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question: what is asked, and how it is answered. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, number, last, field, problems, disabled, onChange, onMove, onRemove } = props;
  const t = useTranslations('labelSchemas.editor');
  const title = t('question', { number });
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {title}
          <Badge>{t(`kinds.${question.kind}`)}</Badge>
        </span>
      }
      actions={
        disabled ? undefined : (
          <span className="flex">
            <IconButton
              label={t('moveQuestionUp', { number })}
              icon={<ArrowUp aria-hidden />}
              disabled={number === 1}
              onClick={() => onMove(-1)}
            />
            <IconButton
              label={t('moveQuestionDown', { number })}
              icon={<ArrowDown aria-hidden />}
              disabled={last}
              onClick={() => onMove(1)}
            />
            <IconButton
              label={t('removeQuestion', { number })}
              icon={<Trash2 aria-hidden />}
              onClick={onRemove}
            />
          </span>
        )
      }
    >
      <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-4">
        <legend className="sr-only">{title}</legend>
        <FieldProblems
          problems={[...problemsAt(problems, field, false), ...problemsAt(problems, `${field}.id`)]}
        />
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <Field label={t('name')} required id={`question-${question.id}`} hint={t('nameHint')}>
            <Input
              value={question.name}
              maxLength={120}
              onChange={(event) => onChange({ ...question, name: event.target.value })}
            />
          </Field>
          <Field label={t('prompt')} optional hint={t('promptHint')}>
            <Textarea
              rows={1}
              value={question.prompt}
              maxLength={1000}
              onChange={(event) => onChange({ ...question, prompt: event.target.value })}
            />
          </Field>
        </div>
        <Checkbox
          label={t('required')}
          checked={question.required}
          disabled={disabled}
          onChange={(required) => onChange({ ...question, required })}
        />
        <FieldProblems problems={problemsAt(problems, `${field}.name`)} />
        <KindFields {...props} />
      </fieldset>
    </Card>
  );
}

function KindFields({ question, field, problems, savedIds, disabled, onChange }: QuestionCardProps) {
  const common = { field, problems, disabled, onChange };
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          {question.kind === 'single' ? (
            <CorrectsField
              corrects={question.corrects}
              field={common.field}
              problems={common.problems}
              onChange={(corrects) => common.onChange({ ...question, corrects })}
            />
          ) : null}
          <LabelsEditor question={question} savedIds={savedIds} {...common} />
        </>
      );
    case 'regions':
      return (
        <>
          <LabelsEditor question={question} savedIds={savedIds} {...common} />
          <RelationsEditor question={question} savedIds={savedIds} {...common} />
        </>
      );
    case 'rating':
      return <RatingFields question={question} {...common} />;
    case 'text':
      return <TextFields question={question} {...common} />;
    case 'cells':
      return <CellsFields question={question} savedIds={savedIds} {...common} />;
  }
}
