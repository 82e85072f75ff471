'use client';

import type { Annotation, AnnotationAnswer, LabelSchema } from '@assay/contracts';
import { checkAnnotation } from '@assay/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AnswerField } from '../label-schemas/answer/answer-field.tsx';

/** All questions of a label schema to be answered, with what is still missing. */
export function QuestionsForm({
  schema,
  columns,
  payload,
  onChange,
}: {
  schema: LabelSchema;
  columns: readonly string[];
  payload: Annotation;
  onChange: (payload: Annotation) => void;
}) {
  const t = useTranslations('labelSchemas.preview');
  const [column, setColumn] = useState<string | null>(null);
  const set = (id: string, answer: AnnotationAnswer | null) => {
    const { [id]: _, ...rest } = payload.answers;
    onChange({ ...payload, answers: answer === null ? rest : { ...rest, [id]: answer } });
  };
  const [problem] = checkAnnotation(schema, payload, columns);
  return (
    <div className="flex flex-col gap-5">
      {schema.questions.map((question) => (
        <fieldset key={question.id} className="flex min-w-0 flex-col gap-2">
          <legend className="mb-2 text-sm font-medium wrap-anywhere">
            {question.prompt !== '' ? question.prompt : question.name}
            {question.required ? null : <span className="font-normal text-fg-muted"> {t('optional')}</span>}
          </legend>
          <AnswerField
            question={question}
            answer={payload.answers[question.id] ?? null}
            columns={columns}
            column={column}
            onColumn={setColumn}
            onChange={(answer) => set(question.id, answer)}
          />
        </fieldset>
      ))}
      <p role="status" className="text-sm text-fg-secondary wrap-anywhere">
        {problem?.message ?? t('whole')}
      </p>
    </div>
  );
}
