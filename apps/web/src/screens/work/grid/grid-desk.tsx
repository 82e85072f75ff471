'use client';

import { MOST_GRID_LEASES, type WorkbenchCommand } from '@assay/contracts';
import { compileRowChecks, keysInForce, labelKeysOf } from '@assay/domain';
import { Callout, Card } from '@assay/ui';
import { skipToken, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { AboutRow } from '../about-row.tsx';
import type { Desk, HandedIn } from '../desk/desk.ts';
import type { DeskState, WorkBatch } from '../desk/desk-types.ts';
import { hasProposals } from '../desk/proposed-of.ts';
import { GuidelineSheet } from '../guideline-sheet.tsx';
import { KeysDialog } from '../keys/keys-dialog.tsx';
import type { OwnKeys } from '../keys/use-own-keys.ts';
import { PausedScreen } from '../paused-screen.tsx';
import type { Overlay } from '../row-desk.tsx';
import { SkipDialog } from '../skip-dialog.tsx';
import { useSigns } from '../use-signs.ts';
import { AnswerGrid } from './answer-grid.tsx';
import { GridBar } from './grid-bar.tsx';
import { columnsOfGrid } from './grid-columns.ts';
import { RowSheet } from './row-sheet.tsx';
import { useGrid } from './use-grid.ts';

const MINUTES_FRESH = 10 * 60_000;
/** Rows that are named when they are not complete. */
const MOST_NAMED = 5;

/** A page of rows of one batch beside each other. */
export function GridDesk({
  desk,
  state,
  batch,
  own,
}: {
  desk: Desk;
  state: DeskState;
  batch: WorkBatch;
  own: OwnKeys;
}) {
  const t = useTranslations('work.grid');
  const trpc = useTRPC();
  const rows = state.held;
  const { columns, hidden } = useMemo(() => columnsOfGrid(batch), [batch]);
  const grid = useGrid(desk, rows, columns);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [opened, setOpened] = useState<{ taskId: string; questionId: string | null } | null>(null);
  const [handedIn, setHandedIn] = useState<HandedIn | null>(null);
  const keys = useMemo(
    () => keysInForce(own.document, labelKeysOf(batch.schema)),
    [own.document, batch.schema],
  );
  const asked = trpc.task.context.queryOptions(
    { batchId: batch.id },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  // Each reading of it is on record: once it is here it is not read again.
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
  useSigns(desk, batch.id);

  const activeRow = rows[grid.active.row];
  const submit = () => {
    const done = desk.submitComplete();
    setHandedIn(done);
    if (done.submitted > 0) grid.forget();
    grid.say(t('handedIn', { count: done.submitted, kept: done.kept.length }));
    const first = done.kept[0];
    if (first === undefined) return;
    // The rows that stay close up: the first of them is at the top then.
    const column = columns.findIndex((each) => each.id === first.problem.questionId);
    grid.go({ row: 0, column: Math.max(0, column) }, false);
  };
  const undo = () => {
    if (grid.canUndo || state.last.length === 0) return grid.undo();
    setHandedIn(null);
    grid.say(t('tookBack', { count: state.last.length }));
    void desk.takeBack();
  };
  const command = (name: WorkbenchCommand): boolean => {
    switch (name) {
      case 'accept':
        if (hasProposals(batch)) grid.accept();
        return hasProposals(batch);
      case 'plausible':
      case 'implausible':
      case 'unsure':
      case 'artefact':
        grid.judge(name);
        return true;
      case 'submit':
      case 'submitTyping':
        submit();
        return true;
      case 'undo':
        undo();
        return true;
      case 'comment':
        if (activeRow !== undefined) setOpened({ taskId: activeRow.task.id, questionId: null });
        return true;
      case 'pause':
        desk.pause(true);
        return true;
      case 'guideline':
        if (batch.guidelineId === null) return false;
        setOverlay('guideline');
        return true;
      case 'skip':
      case 'about':
      case 'keys':
        setOverlay(name);
        return true;
      default:
        return false;
    }
  };
  if (state.paused) return <PausedScreen onResume={() => desk.pause(false)} />;
  const openedRow = rows.find((each) => each.task.id === opened?.taskId);
  const named = handedIn?.kept.slice(0, MOST_NAMED) ?? [];
  const more = (handedIn?.kept.length ?? 0) - named.length;
  return (
    <>
      {handedIn === null || named.length === 0 ? null : (
        <div className="mb-4">
          <Callout
            tone="warn"
            title={t('kept', { count: handedIn.kept.length })}
            onDismiss={() => setHandedIn(null)}
          >
            <ul>
              {named.map(({ taskId, row, problem }) => (
                <li key={taskId}>{t('keptRow', { row: row + 1, why: problem.message })}</li>
              ))}
            </ul>
            {more > 0 ? t('more', { count: more }) : null}
          </Callout>
        </div>
      )}
      <p className="mb-2 text-sm text-fg-muted">
        {t('page', { count: rows.length, most: MOST_GRID_LEASES })}
        {hidden > 0 ? ` ${t('hidden', { count: hidden })}` : ''}
      </p>
      <Card flush>
        <AnswerGrid
          grid={grid}
          rows={rows}
          columns={columns}
          keys={keys}
          context={context.data ?? null}
          checks={checks}
          isBlocked={overlay !== null || opened !== null}
          onOpen={(taskId, questionId) => setOpened({ taskId, questionId })}
          onUndo={undo}
          onCommand={command}
        />
      </Card>
      <GridBar
        state={state}
        keys={keys}
        grid={grid}
        canAccept={hasProposals(batch)}
        hasGuideline={batch.guidelineId !== null}
        canUndo={grid.canUndo || state.last.length > 0}
        onSubmit={submit}
        onUndo={undo}
        onPause={() => desk.pause(true)}
        onOverlay={setOverlay}
      />
      {openedRow === undefined ? null : (
        <RowSheet
          held={openedRow}
          keys={keys}
          context={context.data ?? null}
          checks={checks}
          questionId={opened?.questionId ?? null}
          onEdit={(set) =>
            grid.change(
              Object.entries(set).map(([field, value]) => ({ taskId: openedRow.task.id, field, value })),
            )
          }
          onOpenChange={() => setOpened(null)}
        />
      )}
      {overlay === 'skip' && activeRow !== undefined ? (
        <SkipDialog
          row={activeRow.task.row}
          onOpenChange={() => setOverlay(null)}
          onSkip={(reason, note) => {
            setOverlay(null);
            grid.forget();
            desk.skip(activeRow.task.id, reason, note);
          }}
        />
      ) : null}
      {overlay === 'keys' ? (
        <KeysDialog
          batch={batch}
          keys={keys}
          own={own}
          more={{
            title: t('keys.title'),
            items: [
              { keys: 'Shift+Down', label: t('keys.range') },
              { keys: 'Mod+D', label: t('keys.fill') },
              { keys: 'Mod+C', label: t('keys.copy') },
              { keys: 'Mod+V', label: t('keys.paste') },
              { keys: 'Delete', label: t('keys.clear') },
              { keys: 'Mod+Z', label: t('keys.undo') },
              { keys: 'Mod+Shift+Z', label: t('keys.redo') },
              { keys: 'Enter', label: t('keys.open') },
              { keys: 'Mod+A', label: t('keys.all') },
              { keys: 'Shift+Space', label: t('keys.row') },
              { keys: 'Mod+Space', label: t('keys.column') },
            ],
          }}
          onOpenChange={() => setOverlay(null)}
        />
      ) : null}
      {overlay === 'about' && activeRow !== undefined ? (
        <AboutRow held={activeRow} context={context.data ?? null} onOpenChange={() => setOverlay(null)} />
      ) : null}
      {overlay === 'guideline' && guideline.data !== undefined ? (
        <GuidelineSheet guideline={guideline.data} onOpenChange={() => setOverlay(null)} />
      ) : null}
    </>
  );
}
