'use client';

import type {
  Annotation,
  AnnotationAnswer,
  ColumnReference,
  LabelQuestion,
  WorkContext,
} from '@assay/contracts';
import { type BrokenCheck, placeInReference } from '@assay/domain';
import { Badge, cn } from '@assay/ui';
import { CircleCheck, Flag, MessageSquare, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import type { HeldTask } from '../desk/desk-types.ts';
import { proposedOf } from '../desk/proposed-of.ts';
import { cellOf } from '../desk/row-of.ts';
import type { GridColumn } from './grid-columns.ts';
import type { Refused } from './use-grid.ts';

const UNKNOWN: ColumnReference = { kind: 'none', reason: 'no-source' };

// The table is a grid, whose cells know what is chosen.
const gridcell = (cell: { isChosen: boolean; isQuestion: boolean; isRefused: boolean }) => ({
  role: 'gridcell',
  'aria-selected': cell.isChosen,
  'aria-readonly': !cell.isQuestion,
  ...(cell.isRefused ? { 'aria-invalid': true } : {}),
});

export const cellId = (base: string, taskId: string, column: number) => `${base}-${taskId}-${column}`;

type Props = {
  base: string;
  held: HeldTask;
  payload: Annotation;
  isComplete: boolean;
  row: number;
  columns: readonly GridColumn[];
  context: WorkContext | null;
  broken: readonly BrokenCheck[];
  refused: (questionId: string) => Refused | undefined;
  /** The columns that are chosen in this row. */
  chosen: { left: number; right: number } | null;
  /** The column where the focus is. */
  active: number | null;
  /** The question whose text is written now. */
  editing: string | null;
  onChoose: (column: number, extend: boolean) => void;
  onOpen: (column: number) => void;
  onOpenRow: () => void;
  onEdited: (questionId: string, text: string | null, thenDown: boolean) => void;
};

/** One row of the grid. */
export function GridRow(props: Props) {
  const { base, held, payload, row, columns, chosen, active, broken } = props;
  const proposed = proposedOf(held);
  return (
    <tr aria-rowindex={row + 2}>
      <RowHead {...props} />
      {columns.map((column, at) => {
        const isChosen = chosen !== null && at >= chosen.left && at <= chosen.right;
        const isQuestion = column.kind === 'question';
        const refused = isQuestion ? props.refused(column.question.id) : undefined;
        const isEdited = isQuestion && props.editing === column.question.id;
        const isBroken = !isQuestion && broken.some((each) => each.columns.includes(column.spec.name));
        return (
          <td
            key={column.id}
            id={cellId(base, held.task.id, at)}
            {...gridcell({ isChosen, isQuestion, isRefused: refused !== undefined })}
            aria-colindex={at + 2}
            tabIndex={active === at ? 0 : -1}
            className={cn(
              'ring-inside h-9 max-w-60 scroll-mt-16 scroll-mb-28 scroll-ml-40 cursor-default border-r border-b border-line px-3 py-1 select-none',
              isQuestion && 'min-w-36',
              isChosen ? 'bg-selected' : isBroken ? 'bg-bad-soft' : isQuestion ? 'bg-surface' : 'bg-page',
              active === at && 'outline-2 -outline-offset-2 outline-accent',
            )}
            onPointerDown={(event) => {
              if (event.button !== 0 || isEdited) return;
              props.onChoose(at, event.shiftKey);
            }}
            onPointerEnter={(event) => {
              if (event.buttons === 1 && event.pointerType === 'mouse') props.onChoose(at, true);
            }}
            onFocus={() => {
              if (active !== at) props.onChoose(at, false);
            }}
            onDoubleClick={() => props.onOpen(at)}
          >
            {isEdited ? (
              <TextEditor
                question={column.question}
                answer={payload.answers[column.question.id] ?? null}
                onEdited={(text, thenDown) => props.onEdited(column.question.id, text, thenDown)}
              />
            ) : isQuestion ? (
              <QuestionCell
                question={column.question}
                answer={payload.answers[column.question.id] ?? null}
                proposed={proposed[column.question.id] ?? null}
                refused={refused}
              />
            ) : (
              <DataCell {...props} column={column} isBroken={isBroken} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function RowHead({ held, payload, isComplete, broken, onOpenRow }: Props) {
  const t = useTranslations('work.grid');
  const work = useTranslations('work');
  const { realism, artefact, comment } = payload;
  return (
    <th
      scope="row"
      className="sticky left-0 z-[5] border-r border-b border-line bg-surface px-3 py-1 text-left font-normal"
    >
      <span className="flex items-center gap-1.5">
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('openRow', { row: held.task.row + 1 })}
          className="min-h-6 min-w-6 text-left text-accent-text tabular-nums underline underline-offset-2"
          onClick={onOpenRow}
        >
          {held.task.row + 1}
        </button>
        {isComplete ? (
          <span title={t('complete')}>
            <CircleCheck aria-hidden className="size-4 text-good-text" />
            <span className="sr-only">{t('complete')}</span>
          </span>
        ) : null}
        {broken.length === 0 ? null : (
          <span title={broken.map((each) => each.text).join('\n')}>
            <TriangleAlert aria-hidden className="size-4 text-bad-text" />
            <span className="sr-only">{broken.map((each) => each.text).join(' ')}</span>
          </span>
        )}
        {comment === '' ? null : (
          <span title={comment}>
            <MessageSquare aria-hidden className="size-4 text-fg-muted" />
            <span className="sr-only">{work('questions.comment')}</span>
          </span>
        )}
        {realism === null ? null : (
          <Badge tone={realism.verdict === 'plausible' ? 'neutral' : 'warn'}>
            {work(`questions.verdicts.${realism.verdict}`)}
          </Badge>
        )}
        {artefact ? <Badge tone="warn">{t('verdicts.artefact')}</Badge> : null}
      </span>
    </th>
  );
}

/** An answer as one reads it in a line. */
function AnswerWords({ question, answer }: { question: LabelQuestion; answer: AnnotationAnswer }) {
  const none = useTranslations('labelSchemas.answer')('none');
  if (answer.kind === 'rating') return <span className="tabular-nums">{answer.value}</span>;
  if (answer.kind === 'text') return <span className="truncate">{answer.text}</span>;
  if (answer.kind === 'cells' || answer.kind === 'regions' || !('labels' in question)) return null;
  const chosen = answer.kind === 'single' ? [answer.label] : answer.labels;
  if (chosen.length === 0) return <span className="truncate italic">{none}</span>;
  return chosen.map(({ labelId }) => {
    const label = question.labels.find((each) => each.id === labelId);
    return (
      <span key={labelId} className="inline-flex min-w-0 items-center gap-1.5">
        <ColourDot colour={label?.colour ?? 'grey'} />
        <span className="truncate pr-0.5">{label?.name ?? labelId}</span>
      </span>
    );
  });
}

function QuestionCell({
  question,
  answer,
  proposed,
  refused,
}: {
  question: LabelQuestion;
  answer: AnnotationAnswer | null;
  proposed: AnnotationAnswer | null;
  refused: Refused | undefined;
}) {
  const t = useTranslations('work.grid');
  const why = refused === undefined ? null : t(`why.${refused.why}`, { text: refused.text });
  return (
    <span className="flex min-w-0 items-center gap-2">
      {answer !== null ? (
        <AnswerWords question={question} answer={answer} />
      ) : proposed !== null ? (
        <span className="flex min-w-0 items-center gap-1.5 text-fg-muted italic">
          <span className="sr-only">{t('proposed')}</span>
          <AnswerWords question={question} answer={proposed} />
          <span aria-hidden>?</span>
        </span>
      ) : null}
      {why === null ? null : (
        <span className="ml-auto shrink-0" title={why}>
          <TriangleAlert aria-hidden className="size-4 text-bad-text" />
          <span className="sr-only">{why}</span>
        </span>
      )}
    </span>
  );
}

function DataCell({
  held,
  payload,
  context,
  column,
  isBroken,
}: Props & { column: Extract<GridColumn, { kind: 'data' }>; isBroken: boolean }) {
  const t = useTranslations('work');
  const { spec } = column;
  const cell = cellOf(held.task.cells[column.at]);
  const place = placeInReference(context?.references[spec.name] ?? UNKNOWN, cell);
  const unusual =
    place.kind === 'rare'
      ? t('place.rare')
      : place.kind === 'bin' && place.outlier !== null
        ? t(place.outlier === 'low' ? 'place.outlierLow' : 'place.outlierHigh')
        : null;
  const flags = held.batch.schema.questions.flatMap((question) => {
    const answer = payload.answers[question.id];
    if (question.kind !== 'cells' || answer?.kind !== 'cells') return [];
    return answer.flags
      .filter((flag) => flag.column === spec.name)
      .map((flag) => question.reasons.find((reason) => reason.id === flag.reasonId)?.name ?? '');
  });
  return (
    <span className="flex min-w-0 items-center gap-2">
      {cell === null ? (
        <span className="text-fg-muted italic">{t('table.missing')}</span>
      ) : (
        <span className={cn('truncate', typeof cell === 'number' && 'tabular-nums')} title={String(cell)}>
          {String(cell)}
        </span>
      )}
      {unusual === null ? null : (
        <span title={unusual}>
          <span aria-hidden className="block size-2 rounded-full bg-warn" />
          <span className="sr-only">{unusual}</span>
        </span>
      )}
      {isBroken ? <TriangleAlert aria-hidden className="size-4 shrink-0 text-bad-text" /> : null}
      {flags.length === 0 ? null : (
        <span title={flags.join(', ')} className="inline-flex shrink-0 items-center gap-0.5 text-warn-text">
          <Flag aria-hidden className="size-4" />
          <span className="sr-only">{t('table.flags', { count: flags.length })}: </span>
          <span className="max-w-24 truncate text-xs">{flags.join(', ')}</span>
        </span>
      )}
    </span>
  );
}

/** A text is written in its cell. Enter keeps it and goes down, Escape leaves it as it was. */
function TextEditor({
  question,
  answer,
  onEdited,
}: {
  question: LabelQuestion;
  answer: AnnotationAnswer | null;
  onEdited: (text: string | null, thenDown: boolean) => void;
}) {
  const [text, setText] = useState(answer?.kind === 'text' ? answer.text : '');
  const most = question.kind === 'text' ? question.maxLength : 0;
  // Leaving by a key leaves the field, too.
  const hasEnded = useRef(false);
  const end = (kept: string | null, thenDown: boolean) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEdited(kept, thenDown);
  };
  return (
    <input
      aria-label={question.name}
      className="-mx-2 w-full rounded-sm border border-accent bg-surface px-1.5 py-0.5 text-sm"
      // biome-ignore lint/a11y/noAutofocus: the person asked to write here
      autoFocus
      value={text}
      onChange={({ target }) => setText([...target.value].slice(0, most).join(''))}
      onBlur={() => end(text, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') end(null, false);
        else if (event.key === 'Enter') end(text, true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
