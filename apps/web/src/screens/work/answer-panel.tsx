'use client';

import type {
  Annotation,
  AnnotationAnswer,
  AnnotationProblem,
  LabelModel,
  LabelQuestion,
} from '@assay/contracts';
import { realismVerdict } from '@assay/contracts';
import { answerField, answerValue, answerValues, type KeysInForce } from '@assay/domain';
import { Badge, Callout, Card, Field, Input, Textarea } from '@assay/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { ChoiceButton } from '../label-schemas/answer/choice-button.tsx';
import { QuestionList } from '../label-schemas/answer/question-list.tsx';
import type { Fields, HeldTask } from './desk/desk-types.ts';
import { LikelihoodNote } from './likelihood-note.tsx';
import { COMMENT_ID } from './use-desk-keys.ts';

/** A proposal as one reads it. */
function wordsOf(question: LabelQuestion, answer: AnnotationAnswer): string {
  if (answer.kind === 'single' && question.kind === 'single') {
    return question.labels.find((label) => label.id === answer.label.labelId)?.name ?? '';
  }
  if (answer.kind === 'multiple' && question.kind === 'multiple') {
    const chosen = new Set(answer.labels.map((label) => label.labelId));
    const names = question.labels.flatMap((label) => (chosen.has(label.id) ? [label.name] : []));
    return names.length === 0 ? '–' : names.join(', ');
  }
  if (answer.kind === 'regions') {
    const counts = new Map<string, number>();
    for (const value of answerValues(question, answer)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts.size === 0 ? '–' : [...counts].map(([name, count]) => `${count} × ${name}`).join(', ');
  }
  if (answer.kind === 'rating') return String(answer.value);
  if (answer.kind === 'cells') {
    return answer.flags.length === 0 ? '–' : answer.flags.map((flag) => flag.column).join(', ');
  }
  return answer.kind === 'text' ? answer.text : '';
}

type AnswerProps = {
  held: HeldTask;
  keys: KeysInForce;
  payload: Annotation;
  proposed: Annotation['answers'];
  labelModel: LabelModel | null;
  problems: readonly AnnotationProblem[];
  isComplete: boolean;
  activeId: string | null;
  column: string | null;
  onActive: (questionId: string) => void;
  onColumn: (column: string) => void;
  onEdit: (set: Fields) => void;
  /** What is drawn, where rows are pictures. */
  regions?: ReactNode;
  /** What is read before one answers, and what is written behind it. */
  above?: ReactNode;
  below?: ReactNode;
};

type VerdictProps = {
  isPicture: boolean;
  keys: KeysInForce;
  payload: Annotation;
  onEdit: (set: Fields) => void;
};

/** The answers beside a row, in view while one reads it. */
export function AnswerPanel(props: AnswerProps) {
  const panel = useRef<HTMLDivElement>(null);
  const { id } = props.held.task;
  useEffect(() => {
    // With the frame that shows the row: asked at once, the page would be laid out once more for it.
    const frame = requestAnimationFrame(() => panel.current?.scrollTo({ top: 0 }));
    return () => cancelAnimationFrame(frame);
  }, [id]);
  return (
    <div
      ref={panel}
      className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-9rem)] lg:overflow-y-auto"
    >
      <AnswerCards {...props} />
    </div>
  );
}

/** Everything that is asked of the row: the questions of the label schema, and the row as a whole. */
export function AnswerCards({
  held,
  keys,
  payload,
  proposed,
  labelModel,
  problems,
  isComplete,
  activeId,
  column,
  onActive,
  onColumn,
  onEdit,
  regions = null,
  above = null,
  below = null,
}: AnswerProps) {
  const t = useTranslations('work.questions');
  const format = useFormatter();
  const { schema, columns } = held.batch;
  const { proposal } = held.task;
  const first = problems[0];
  const isPicture = held.task.picture !== null;
  // Half of what was typed for one row is nothing to the next.
  const of = `${held.task.id} ${held.batch.labelSchemaVersionId}`;
  const note = (questionId: string) => {
    const question = schema.questions.find((each) => each.id === questionId);
    const answer = proposed[questionId];
    if (question === undefined || answer === undefined) return null;
    return (
      <div className="-mt-1 flex flex-wrap items-center gap-2 text-sm">
        <Badge tone="accent" wraps>
          {proposal === null
            ? t('proposed', { answer: wordsOf(question, answer) })
            : t('proposedBy', { source: proposal.source, answer: wordsOf(question, answer) })}
        </Badge>
        {proposal === null || proposal.confidence === null ? null : (
          <span className="text-fg-secondary">
            {t('sure', { share: format.number(proposal.confidence, { style: 'percent' }) })}
          </span>
        )}
        {labelModel?.questionId === questionId && held.task.likelihood !== null ? (
          <LikelihoodNote likelihood={held.task.likelihood} model={labelModel} />
        ) : null}
      </div>
    );
  };
  return (
    <>
      {above}
      <Card title={t('title')} id="work-answers">
        <div className="flex flex-col gap-5">
          {first === undefined || isComplete ? null : (
            <Callout tone="warn" announce="alert" title={t('problems')}>
              {first.message}
              {problems.length > 1 ? ` ${t('more', { count: problems.length - 1 })}` : ''}
            </Callout>
          )}
          <QuestionList
            key={of}
            schema={schema}
            answers={payload.answers}
            columns={columns.map((each) => each.name)}
            column={column}
            active={activeId}
            note={note}
            onActive={onActive}
            onColumn={onColumn}
            onAnswer={(questionId, answer) => onEdit({ [answerField(questionId)]: answerValue(answer) })}
          />
        </div>
      </Card>
      {regions}
      {/* A blind test asks itself how real a row is, and nobody reviews it. */}
      {held.batch.kind === 'blind' ? null : (
        <Card title={t(isPicture ? 'picture' : 'row')} id="work-row">
          <RowVerdict key={of} isPicture={isPicture} keys={keys} payload={payload} onEdit={onEdit} />
        </Card>
      )}
      {below}
    </>
  );
}

/** What is said of the row besides its labels. */
function RowVerdict({ isPicture, keys, payload, onEdit }: VerdictProps) {
  return (
    <div className="flex flex-col gap-4">
      <Realism isPicture={isPicture} keys={keys} payload={payload} onEdit={onEdit} />
      <CommentField payload={payload} onEdit={onEdit} />
    </div>
  );
}

function CommentField({ payload, onEdit }: Omit<VerdictProps, 'keys' | 'isPicture'>) {
  const t = useTranslations('work.questions');
  return (
    <Field label={t('comment')} optional hint={t('commentHint')} id={COMMENT_ID}>
      <Textarea
        rows={2}
        value={payload.comment}
        maxLength={4000}
        onChange={({ target }) => onEdit({ comment: target.value === '' ? null : target.value })}
      />
    </Field>
  );
}

function Realism({ isPicture, keys, payload, onEdit }: VerdictProps) {
  const t = useTranslations('work.questions');
  const { realism } = payload;
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="mb-2 text-sm font-medium">
          {t(isPicture ? 'realismOfPicture' : 'realism')}{' '}
          <span className="font-normal text-fg-muted">{t('optional')}</span>
        </legend>
        <span className="flex flex-wrap gap-1.5">
          {realismVerdict.options.map((verdict) => (
            <ChoiceButton
              key={verdict}
              chosen={realism?.verdict === verdict}
              shortcut={keys[verdict]}
              onPress={() =>
                onEdit({ realism: realism?.verdict === verdict ? null : { verdict, reasons: [] } })
              }
            >
              {t(`verdicts.${verdict}`)}
            </ChoiceButton>
          ))}
        </span>
      </fieldset>
      {realism?.verdict === 'implausible' ? (
        <Field label={t('why')} optional>
          <Input
            value={realism.reasons[0] ?? ''}
            maxLength={200}
            onChange={({ target }) =>
              onEdit({
                realism: { verdict: 'implausible', reasons: target.value === '' ? [] : [target.value] },
              })
            }
          />
        </Field>
      ) : null}
      <ChoiceButton
        chosen={payload.artefact}
        shortcut={keys.artefact}
        onPress={() => onEdit({ artefact: payload.artefact ? null : true })}
      >
        {t('artefact')}
      </ChoiceButton>
      {payload.artefact ? (
        <Field label={t('artefactNote')} optional>
          <Input
            value={payload.artefactNote}
            maxLength={2000}
            onChange={({ target }) => onEdit({ artefactNote: target.value === '' ? null : target.value })}
          />
        </Field>
      ) : null}
    </>
  );
}
