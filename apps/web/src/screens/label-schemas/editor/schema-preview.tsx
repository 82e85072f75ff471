'use client';

import { type Annotation, type AnnotationAnswer, annotation, type LabelSchema } from '@assay/contracts';
import { answerByKey, checkAnnotation } from '@assay/domain';
import { Button, Card } from '@assay/ui';
import { CircleCheck, CircleDashed, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { QuestionList } from '../answer/question-list.tsx';
import { useColumnNames } from './column-names.tsx';

const NOTHING: Annotation = annotation.parse({ type: 'assay.annotation', version: 1 });

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=menu]') !== null;

/** The questions as whoever labels will see them; they answer to their keys while the focus is among them. */
export function SchemaPreview({ document: schema }: { document: LabelSchema }) {
  const t = useTranslations('labelSchemas.preview');
  const [payload, setPayload] = useState(NOTHING);
  const [column, setColumn] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const region = useRef<HTMLDivElement>(null);
  const names = useColumnNames() ?? [];
  const examples = [t('exampleColumn', { number: 1 }), t('exampleColumn', { number: 2 })];
  const columns = names.length === 0 ? examples : names;
  const row = [
    ...columns,
    ...schema.questions.flatMap((each) => {
      if (each.kind === 'cells') return each.columns ?? [];
      return each.kind === 'text' && each.corrects !== null ? [each.corrects] : [];
    }),
  ];
  // Answers to what is no longer asked, or asked otherwise, are not shown.
  const answers = Object.fromEntries(
    Object.entries(payload.answers).filter(([id, answer]) =>
      schema.questions.some((each) => each.id === id && each.kind === answer.kind),
    ),
  );
  const set = (id: string, answer: AnnotationAnswer | null) => {
    const { [id]: _, ...rest } = answers;
    setPayload({ ...payload, answers: answer === null ? rest : { ...rest, [id]: answer } });
  };
  const problems = checkAnnotation(schema, { ...payload, answers }, row);
  const press = useRef((_: KeyboardEvent): void => undefined);
  press.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const question = schema.questions.find((each) => each.id === active) ?? schema.questions[0];
    if (question === undefined) return;
    const asked = question.kind === 'cells' ? (question.columns ?? columns) : columns;
    const cell = column !== null && asked.includes(column) ? column : (asked[0] ?? null);
    const next = answerByKey(question, answers[question.id] ?? null, event.key.toLowerCase(), cell);
    if (next === undefined) return;
    event.preventDefault();
    set(question.id, next);
  };
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const listen = (event: KeyboardEvent) => press.current(event);
    element.addEventListener('keydown', listen);
    return () => element.removeEventListener('keydown', listen);
  }, []);
  return (
    <Card
      title={t('title')}
      description={t('about')}
      id="schema-preview"
      className="xl:sticky xl:top-20 xl:max-h-[calc(100dvh-13rem)] xl:overflow-y-auto"
      actions={
        Object.keys(answers).length === 0 ? undefined : (
          <Button
            size="sm"
            variant="quiet"
            icon={<RotateCcw aria-hidden />}
            onClick={() => setPayload(NOTHING)}
          >
            {t('clear')}
          </Button>
        )
      }
      footer={
        schema.questions.length === 0 ? undefined : (
          <p role="status" className="flex items-start gap-2">
            {problems.length === 0 ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good-text" />
            ) : (
              <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-fg-muted" />
            )}
            <span className="min-w-0 wrap-anywhere">
              {problems[0] === undefined ? t('whole') : problems[0].message}
              {problems.length > 1 ? (
                <span className="text-fg-muted"> {t('more', { count: problems.length - 1 })}</span>
              ) : null}
            </span>
          </p>
        )
      }
    >
      <div ref={region} className="flex flex-col gap-5">
        {schema.questions.length === 0 ? <p className="text-sm text-fg-muted">{t('empty')}</p> : null}
        <QuestionList
          schema={schema}
          answers={answers}
          columns={columns}
          column={column}
          onActive={setActive}
          onColumn={setColumn}
          onAnswer={set}
        />
      </div>
    </Card>
  );
}
