'use client';

import type { AnnotationProblem } from '@assay/contracts';
import {
  annotationOf,
  answerField,
  answerValue,
  compileRowChecks,
  draftFields,
  keysInForce,
  labelKeysOf,
} from '@assay/domain';
import { Card, useToast } from '@assay/ui';
import { skipToken, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { AboutRow } from './about-row.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { BrokenChecks } from './broken-checks.tsx';
import { type Desk, problemsOf } from './desk/desk.ts';
import type { DeskState, Fields, HeldTask } from './desk/desk-types.ts';
import { proposedOf } from './desk/proposed-of.ts';
import { rowOf } from './desk/row-of.ts';
import type { Drawing } from './drawing/drawing.ts';
import { DrawingContext } from './drawing/drawing-context.tsx';
import {
  drawingOfTask,
  drawnAnswer,
  isHalfDrawn,
  pressOnDrawing,
  showRegion,
  takeTyped,
  waitsForDrawing,
} from './drawing/on-drawing.ts';
import { PictureOnly } from './drawing/picture-only.tsx';
import { PicturePane } from './drawing/picture-pane.tsx';
import { RegionList } from './drawing/region-list.tsx';
import { regionQuestionOf } from './drawing/region-question.ts';
import { NEVER, useSignal } from './drawing/use-signal.ts';
import { GuidelineSheet } from './guideline-sheet.tsx';
import { KeysDialog } from './keys/keys-dialog.tsx';
import type { OwnKeys } from './keys/use-own-keys.ts';
import { labelIdsOf } from './label-ids.ts';
import { PausedScreen } from './paused-screen.tsx';
import { RowTable } from './row-table.tsx';
import { SkipDialog } from './skip-dialog.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useSigns } from './use-signs.ts';
import { WorkBar } from './work-bar.tsx';

export type Overlay = 'skip' | 'keys' | 'guideline' | 'about' | null;

const MINUTES_FRESH = 10 * 60_000;

/** Where one begins on a row: on its picture, or above it. */
const startOf = (top: HTMLElement | null): HTMLElement | null =>
  top?.querySelector<HTMLElement>('[role=application]') ?? top;

/** One row with what is known of it, the questions, and what one does with it. */
export function RowDesk({
  desk,
  state,
  held,
  own,
  returned = null,
}: {
  desk: Desk;
  state: DeskState;
  held: HeldTask;
  own: OwnKeys;
  /** Of an answer that came back: what was said of it, one's reply, and how it is handed in again. */
  returned?: { said: ReactNode; reply: ReactNode; handIn: Desk['submit'] } | null;
}) {
  const t = useTranslations('work');
  const trpc = useTRPC();
  const { toast } = useToast();
  const { task, batch } = held;
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [column, setColumn] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly AnnotationProblem[]>([]);
  const [latest, setDrawing] = useState<Drawing | null>(null);
  const drawing = drawingOfTask(latest, task.id);
  const isPicture = task.picture !== null;
  const drawn = useMemo(() => (isPicture ? regionQuestionOf(batch.schema) : null), [isPicture, batch.schema]);
  const canUndoDrawing = useSignal(drawing?.editor.history.canUndo ?? NEVER);
  const top = useRef<HTMLDivElement>(null);
  const asked = trpc.task.context.queryOptions(
    { batchId: batch.id },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  // It never changes, and each reading of it is on record: once it is here it is not read again with everything else.
  const isRead = useQueryClient().getQueryData(asked.queryKey) !== undefined;
  const context = useQuery({ ...asked, enabled: !isRead });
  const guideline = useQuery(
    trpc.guideline.get.queryOptions(
      batch.guidelineId === null ? skipToken : { guidelineId: batch.guidelineId },
      { staleTime: MINUTES_FRESH },
    ),
  );
  const rules = guideline.data?.document.rules;
  const constraints = context.data?.constraints;
  const checks = useMemo(
    () => compileRowChecks(rules ?? [], constraints ?? [], batch.columns),
    [rules, constraints, batch.columns],
  );
  const keys = useMemo(
    () => keysInForce(own.document, labelKeysOf(batch.schema)),
    [own.document, batch.schema],
  );
  const fields = draftFields(held.draft);
  const payload = annotationOf(fields);
  const row = rowOf(held);
  const broken = checks(row, labelIdsOf(payload));
  const proposed = proposedOf(held);

  // The next row begins at its top, with the keys meant for it and not for the field one has just left.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === task.id) return;
    const isFirst = shown.current === null;
    shown.current = task.id;
    setColumn(null);
    setActive(null);
    setProblems([]);
    if (isFirst) return;
    const start = startOf(top.current);
    if (start !== document.activeElement) start?.focus({ preventScroll: true });
    // With the frame that shows the row: asked at once, the page would be laid out once more for it.
    const frame = requestAnimationFrame(() => window.scrollTo({ top: 0 }));
    return () => cancelAnimationFrame(frame);
  }, [task.id]);
  useSigns(desk, task.id);
  // What was wrong with a drawing is not told of another one.
  useEffect(() => {
    const forget = () => setProblems((before) => (before.length === 0 ? before : []));
    return drawing?.editor.store.listen(forget, { source: 'user', scope: 'document' });
  }, [drawing]);
  const wasPaused = useRef(false);
  useEffect(() => {
    if (wasPaused.current && !state.paused) startOf(top.current)?.focus({ preventScroll: true });
    wasPaused.current = state.paused;
  }, [state.paused]);

  const edit = (set: Fields) => {
    desk.edit(task.id, set);
    if (problems.length > 0) setProblems([]);
  };
  const isUnderWay = (): boolean => {
    takeTyped();
    if (drawn === null || drawing === null || !isHalfDrawn(drawing, drawn)) return false;
    toast({ tone: 'warn', title: t('draw.halfDrawn'), description: t('draw.halfDrawnBody') });
    return true;
  };
  const submit = () => {
    // What is drawn is not there yet: there is nothing to hand in.
    if ((drawn !== null && drawing === null) || isUnderWay()) return;
    const answer = drawn === null || drawing === null ? null : drawnAnswer(drawing, drawn);
    // An artefact of a part is one of the picture.
    const isArtefact = answer?.rejected?.some(({ proposal }) => proposal?.reason === 'artefact') === true;
    const handIn = returned?.handIn ?? desk.submit;
    const found = handIn(
      task.id,
      drawn === null || answer === null ? {} : { [drawn.id]: answer },
      drawing?.standing() ?? null,
      isArtefact,
    );
    setProblems(found);
    if (drawing !== null) showRegion(drawing, found[0]);
    const first = found[0]?.questionId;
    if (first) setActive(first);
  };
  const open = (next: Overlay) => {
    if (next === 'skip' && (returned !== null || isUnderWay())) return;
    setOverlay(next);
  };
  const canAccept = returned === null && Object.keys(proposed).length > 0;
  const accept = () => {
    if (!canAccept || isUnderWay()) return;
    // What is drawn is handed in as it is drawn.
    const set = Object.entries(proposed).filter(([questionId]) => questionId !== drawn?.id);
    desk.edit(
      task.id,
      Object.fromEntries(set.map(([questionId, answer]) => [answerField(questionId), answerValue(answer)])),
    );
    drawing?.editor.run('verify-rest');
    submit();
  };
  const undo = () => {
    if (drawing?.editor.run('undo') === true || isUnderWay()) return;
    if (!desk.undo(task.id)) void desk.takeBack();
  };
  const activeId =
    active ??
    batch.schema.questions.find((question) => payload.answers[question.id] === undefined)?.id ??
    batch.schema.questions[0]?.id ??
    null;
  useDeskKeys({
    held,
    keys,
    payload,
    activeId,
    column,
    onDraw: (ways, target) =>
      drawn !== null &&
      (drawing === null
        ? waitsForDrawing(drawn, ways, target)
        : pressOnDrawing(drawing, drawn, ways, target)),
    isBlocked: overlay !== null || state.paused,
    onColumn: setColumn,
    onActive: setActive,
    onEdit: edit,
    onSubmit: submit,
    onAccept: accept,
    onUndo: undo,
    onPause: () => desk.pause(true),
    onOverlay: open,
  });
  const desks = (
    // Covered while it is paused, and as it was afterwards: what is begun on a picture is nowhere else.
    <div ref={top} id="work-top" tabIndex={-1} hidden={state.paused} className="outline-none">
      <p role="status" className="sr-only">
        {t('announce', { row: task.row + 1, problems: broken.length })}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <BrokenChecks broken={broken} />
          {task.picture === null ? null : drawn === null ? (
            <PictureOnly taskId={task.id} picture={task.picture} />
          ) : (
            <PicturePane
              desk={desk}
              held={held}
              ahead={state.held.slice(1, 3)}
              question={drawn}
              drawing={latest}
              onDrawing={setDrawing}
            />
          )}
          {task.picture !== null ? null : (
            <Card flush>
              <RowTable
                key={task.id}
                held={held}
                context={context.data ?? null}
                answers={payload.answers}
                broken={broken}
                column={column}
                onColumn={setColumn}
              />
            </Card>
          )}
        </div>
        <DrawingContext value={latest}>
          <AnswerPanel
            held={held}
            keys={keys}
            payload={payload}
            proposed={proposed}
            labelModel={context.data?.labelModel ?? null}
            problems={problems}
            // Of what is drawn it is known when it is handed in again.
            isComplete={drawn === null && problemsOf(held).length === 0}
            activeId={activeId}
            column={column}
            onActive={setActive}
            onColumn={setColumn}
            onEdit={edit}
            above={returned?.said}
            below={returned?.reply}
            regions={
              drawn === null || latest === null ? null : <RegionList question={drawn} drawing={latest} />
            }
          />
        </DrawingContext>
      </div>
      <WorkBar
        state={state}
        keys={keys}
        row={task.row}
        canAccept={canAccept}
        isReturned={returned !== null}
        hasGuideline={batch.guidelineId !== null}
        canUndo={canUndoDrawing || held.past.length > 0 || state.last.length > 0}
        onSubmit={submit}
        onAccept={accept}
        onUndo={undo}
        onPause={() => desk.pause(true)}
        onOverlay={open}
      />
      {overlay === 'skip' ? (
        <SkipDialog
          row={task.row}
          onOpenChange={() => setOverlay(null)}
          onSkip={(reason, note) => {
            setOverlay(null);
            desk.skip(
              task.id,
              reason,
              note,
              drawn === null || drawing === null ? {} : { [drawn.id]: drawing.answer() },
              drawing?.standing() ?? null,
            );
          }}
        />
      ) : null}
      {overlay === 'keys' ? (
        <KeysDialog batch={batch} keys={keys} own={own} onOpenChange={() => setOverlay(null)} />
      ) : null}
      {overlay === 'about' ? (
        <AboutRow held={held} context={context.data ?? null} onOpenChange={() => setOverlay(null)} />
      ) : null}
      {overlay === 'guideline' && guideline.data !== undefined ? (
        <GuidelineSheet guideline={guideline.data} onOpenChange={() => setOverlay(null)} />
      ) : null}
    </div>
  );
  return (
    <>
      {state.paused ? <PausedScreen onResume={() => desk.pause(false)} /> : null}
      {desks}
    </>
  );
}
