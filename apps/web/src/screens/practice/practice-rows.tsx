'use client';

import type { AppRouter } from '@assay/api';
import { type Annotation, type AnnotationProblem, annotation } from '@assay/contracts';
import { checkAnnotation } from '@assay/domain';
import { Badge, Button, Callout, Card, Kbd } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { QuestionList } from '../label-schemas/answer/question-list.tsx';
import { RowTable } from '../work/row-table.tsx';
import { ComparedAnswers } from './compared-answers.tsx';
import { usePracticeKeys } from './use-practice-keys.ts';

export type Practice = inferRouterOutputs<AppRouter>['task']['practiceRows'];

const NOTHING: Annotation = annotation.parse({ type: 'assay.annotation', version: 1 });

/** One row after the other: answer it, compare with the expert, go on. */
export function PracticeRows({ practice, start }: { practice: Practice; start: ReactNode }) {
  const t = useTranslations('practice');
  const [at, setAt] = useState(0);
  const [right, setRight] = useState(0);
  const row = practice.rows[at];
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(0);
  // The next row begins at its top.
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    top.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [at]);
  return (
    <div ref={top} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <p className="text-sm text-fg-secondary" aria-live="polite">
        {row === undefined
          ? t('done', { right, rows: practice.rows.length })
          : t('place', { row: at + 1, rows: practice.rows.length, right })}
      </p>
      {row === undefined ? (
        <Card title={t('doneTitle')}>
          <div className="flex flex-wrap gap-2">
            {start}
            <Button
              onClick={() => {
                setAt(0);
                setRight(0);
              }}
            >
              {t('again')}
            </Button>
          </div>
        </Card>
      ) : (
        <PracticeRow
          key={`${at} ${row.decisionId}`}
          practice={practice}
          row={row}
          onNext={(isRight) => {
            setAt(at + 1);
            if (isRight) setRight(right + 1);
          }}
        />
      )}
    </div>
  );
}

function PracticeRow({
  practice: { batch, schema, columns },
  row,
  onNext,
}: {
  practice: Practice;
  row: Practice['rows'][number];
  onNext: (isRight: boolean) => void;
}) {
  const t = useTranslations('practice');
  const trpc = useTRPC();
  const [answers, setAnswers] = useState<Annotation['answers']>({});
  const [active, setActive] = useState<string | null>(schema.questions[0]?.id ?? null);
  const [column, setColumn] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly AnnotationProblem[]>([]);
  const [asked, setAsked] = useState<Annotation | null>(null);
  const names = columns.map(({ name }) => name);
  const compared = useQuery(
    trpc.task.practiceAnswer.queryOptions(
      asked === null ? skipToken : { batchId: batch.id, decisionId: row.decisionId, payload: asked },
      { retry: false },
    ),
  );
  const isCompared = compared.data !== undefined;
  const answer = (questionId: string, next: Annotation['answers'][string] | null) => {
    // What was compared stays as it was said.
    if (isCompared) return;
    setAsked(null);
    setProblems([]);
    setAnswers(({ [questionId]: _, ...rest }) => (next === null ? rest : { ...rest, [questionId]: next }));
  };
  const go = () => {
    if (compared.data !== undefined) {
      onNext(compared.data.questions.every((each) => each.right));
      return;
    }
    const payload = { ...NOTHING, answers };
    const found = checkAnnotation(schema, payload, names);
    setProblems(found);
    if (found.length > 0) setActive(found[0]?.questionId ?? null);
    else setAsked(payload);
  };
  usePracticeKeys({
    schema,
    columns: names,
    answers,
    activeId: active,
    column,
    onActive: setActive,
    onColumn: setColumn,
    onAnswer: answer,
    onGo: go,
  });
  const held = { task: { cells: row.cells }, batch: { schema, columns, kind: batch.kind, prelabels: false } };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <Card flush>
        <RowTable
          held={held}
          context={null}
          answers={answers}
          broken={[]}
          column={column}
          onColumn={setColumn}
        />
      </Card>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4">
        <Card title={t('yours')}>
          <div className="flex flex-col gap-5">
            {problems[0] === undefined ? null : (
              <Callout tone="warn" announce="alert">
                {problems[0].message}
              </Callout>
            )}
            <QuestionList
              schema={schema}
              answers={answers}
              columns={names}
              column={column}
              active={active}
              onActive={setActive}
              onColumn={setColumn}
              onAnswer={answer}
            />
          </div>
        </Card>
        <RefusalCallout error={compared.error} />
        {compared.data === undefined ? null : <ComparedAnswers compared={compared.data} />}
        <Button variant="primary" loading={compared.isFetching} onClick={go}>
          {isCompared ? t('next') : t('compare')} <Kbd keys="Enter" />
        </Button>
        {isCompared ? null : <Badge>{t('nothingKept')}</Badge>}
      </div>
    </div>
  );
}
