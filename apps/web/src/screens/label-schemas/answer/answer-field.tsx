'use client';

import type { AnnotationAnswer, LabelQuestion } from '@assay/contracts';
import { Field, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { CellsAnswer } from './cells-answer.tsx';
import { LabelsAnswer } from './labels-answer.tsx';
import { RatingAnswer } from './rating-answer.tsx';

/** One question as whoever labels sees it, with the answer so far. */
export function AnswerField({
  question,
  answer,
  columns,
  column,
  onColumn,
  onChange,
}: {
  question: LabelQuestion;
  answer: AnnotationAnswer | null;
  /** Of the row. */
  columns: readonly string[];
  /** The cell that is looked at. */
  column: string | null;
  onColumn: (column: string) => void;
  onChange: (answer: AnnotationAnswer | null) => void;
}) {
  const t = useTranslations('labelSchemas.answer');
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <LabelsAnswer question={question} answer={answer} onChange={onChange} />;
    case 'rating':
      return <RatingAnswer question={question} answer={answer} onChange={onChange} />;
    case 'text':
      return (
        <Field
          label={question.name}
          hideLabel
          hint={
            question.corrects === null
              ? t('textLength', { max: question.maxLength })
              : t('textCorrects', { column: question.corrects, max: question.maxLength })
          }
        >
          <Textarea
            rows={2}
            value={answer?.kind === 'text' ? answer.text : ''}
            onChange={({ target }) =>
              onChange(target.value === '' ? null : { kind: 'text', text: target.value })
            }
          />
        </Field>
      );
    case 'cells':
      return (
        <CellsAnswer
          question={question}
          answer={answer}
          columns={question.columns ?? columns}
          column={column}
          onColumn={onColumn}
          onChange={onChange}
        />
      );
  }
}
