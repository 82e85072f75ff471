'use client';

import type { Annotation, AnnotationAnswer, LabelSchema } from '@assay/contracts';
import { cn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AnswerField } from './answer-field.tsx';

/** Where a question stands in the page. */
export const questionId = (id: string) => `question-${id}`;

/** The questions of a label schema with the answers so far; keys belong to the active one first. */
export function QuestionList({
  schema,
  answers,
  columns,
  column,
  active,
  note,
  onActive,
  onColumn,
  onAnswer,
}: {
  schema: LabelSchema;
  answers: Annotation['answers'];
  columns: readonly string[];
  column: string | null;
  active?: string | null;
  /** Said below the question's words. */
  note?: (questionId: string) => ReactNode;
  onActive: (questionId: string) => void;
  onColumn: (column: string) => void;
  onAnswer: (questionId: string, answer: AnnotationAnswer | null) => void;
}) {
  const t = useTranslations('labelSchemas.preview');
  const unnamed = useTranslations('labelSchemas.editor')('unnamed');
  return schema.questions.map((question) => (
    <fieldset
      key={question.id}
      id={questionId(question.id)}
      tabIndex={-1}
      className={cn(
        'flex min-w-0 flex-col gap-2 outline-none',
        active !== undefined && '-ml-3 border-l-2 pl-2.5',
        active !== undefined && (active === question.id ? 'border-accent' : 'border-transparent'),
      )}
      onFocusCapture={() => onActive(question.id)}
    >
      <legend className="mb-2 text-sm font-medium wrap-anywhere">
        {question.prompt !== '' ? question.prompt : question.name === '' ? unnamed : question.name}
        {question.required ? null : <span className="font-normal text-fg-muted"> {t('optional')}</span>}
      </legend>
      {note?.(question.id)}
      <AnswerField
        question={question}
        answer={answers[question.id] ?? null}
        columns={columns}
        column={column}
        onColumn={onColumn}
        onChange={(answer) => onAnswer(question.id, answer)}
      />
    </fieldset>
  ));
}
