'use client';

import {
  type LabelQuestion,
  type LabelQuestionKind,
  type LabelSchema,
  type LabelSchemaProblem,
  labelQuestionKinds,
} from '@assay/contracts';
import { Button, Card, DropdownMenu, EmptyState, RadioGroup } from '@assay/ui';
import { ListChecks, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { moveItem } from '../edit-labels.ts';
import { newQuestion } from '../new-parts.ts';
import { problemsAt } from '../read-schema.ts';
import { QuestionCard } from './question-card.tsx';
import { useRefocus } from './use-refocus.ts';

/** Parts of an image can be asked for of images alone, and cells of rows. */
const isAsked = (kind: LabelQuestionKind, subject: LabelSchema['subject']): boolean =>
  subject === 'image' ? kind !== 'cells' : kind !== 'regions';

/** Questions, each in a card of its own, in the order in which they are asked. */
export function VisualEditor({
  document,
  problems,
  savedIds,
  disabled,
  onChange,
}: {
  document: LabelSchema;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (document: LabelSchema) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const [added, setAdded] = useState<string | null>(null);
  const refocus = useRefocus();
  const adder = useRef<HTMLButtonElement>(null);
  const { questions } = document;
  const set = (next: LabelQuestion[]) => onChange({ ...document, questions: next });
  const add = (
    <DropdownMenu
      label={t('addQuestion')}
      align="start"
      trigger={
        <Button
          ref={adder}
          variant={questions.length === 0 ? 'primary' : 'secondary'}
          icon={<Plus aria-hidden />}
        >
          {t('addQuestion')}
        </Button>
      }
      groups={[
        {
          id: 'kinds',
          items: labelQuestionKinds
            .filter((kind) => isAsked(kind, document.subject))
            .map((kind) => ({
              id: kind,
              label: t(`kinds.${kind}`),
              onSelect: () => {
                const question = newQuestion(kind);
                setAdded(question.id);
                set([...questions, question]);
                refocus(`question-${question.id}`);
              },
            })),
        },
      ]}
    />
  );
  const subject = (
    <Card title={t('subject')}>
      <RadioGroup
        label={t('subject')}
        value={document.subject}
        // What was asked of one cannot be asked of the other.
        disabled={disabled || questions.length > 0}
        options={(['row', 'image'] as const).map((value) => ({
          value,
          label: t(`subjects.${value}`),
          hint: t(`subjectHints.${value}`),
        }))}
        onChange={(value) => onChange({ ...document, subject: value === 'image' ? 'image' : 'row' })}
      />
    </Card>
  );
  if (questions.length === 0) {
    return (
      <div className="flex flex-col gap-4">
        {subject}
        <Card>
          <EmptyState
            icon={<ListChecks />}
            title={t('emptyTitle')}
            description={t('emptyBody')}
            action={disabled ? undefined : add}
          />
        </Card>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {subject}
      {questions.map((question, at) => (
        <QuestionCard
          key={question.id}
          question={question}
          number={at + 1}
          last={at === questions.length - 1}
          isNew={question.id === added}
          field={`questions.${at}`}
          problems={problemsAt(problems, `questions.${at}`)}
          savedIds={savedIds}
          disabled={disabled}
          onChange={(next) => set(questions.map((each) => (each.id === question.id ? next : each)))}
          onMove={(by) => {
            set(moveItem(questions, at, by));
            refocus(`question-${question.id}`);
          }}
          onRemove={() => {
            set(questions.filter((each) => each.id !== question.id));
            requestAnimationFrame(() => adder.current?.focus());
          }}
        />
      ))}
      <FieldProblems problems={problemsAt(problems, 'questions', false)} />
      {disabled || questions.length >= 50 ? null : <div>{add}</div>}
    </div>
  );
}
