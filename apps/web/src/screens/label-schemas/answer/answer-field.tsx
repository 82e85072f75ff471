'use client';

import type { AnnotationAnswer, LabelQuestion } from '@assay/contracts';
import { Field, Kbd, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useDrawing } from '../../work/drawing/drawing-context.tsx';
import { RegionLabels } from '../../work/drawing/region-labels.tsx';
import { ColourDot } from '../label-colour.tsx';
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
  const drawing = useDrawing();
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
    case 'regions':
      return drawing !== null ? (
        <RegionLabels question={question} drawing={drawing} />
      ) : (
        // Where nothing is drawn on it says what there is to draw.
        <ul className="flex flex-wrap gap-1.5 text-sm">
          {question.labels
            .filter((label) => !label.deprecated)
            .map((label) => (
              <li
                key={label.id}
                className="inline-flex items-center gap-1.5 rounded border border-line px-2 py-1"
              >
                <ColourDot colour={label.colour} />
                <span className="wrap-anywhere">{label.name}</span>
                {label.key === null ? null : <Kbd keys={label.key} />}
              </li>
            ))}
        </ul>
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
