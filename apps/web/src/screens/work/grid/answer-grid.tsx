'use client';

import type { WorkbenchCommand, WorkContext } from '@assay/contracts';
import {
  annotationOf,
  answerField,
  type BrokenCheck,
  boundsOf,
  commandOf,
  draftFields,
  type KeysInForce,
} from '@assay/domain';
import { moveInGrid } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { problemsOf } from '../desk/desk.ts';
import type { HeldTask } from '../desk/desk-types.ts';
import { rowOf } from '../desk/row-of.ts';
import { labelIdsOf } from '../label-ids.ts';
import { waysOf } from '../use-desk-keys.ts';
import type { GridColumn } from './grid-columns.ts';
import { cellId, GridRow } from './grid-row.tsx';
import { type Grid, refusedKey } from './use-grid.ts';

// A table by its look; a grid by what can be done in it.
const asGrid = { role: 'grid', 'aria-multiselectable': true };
/** Rows that a page key moves. */
const PAGE_ROWS = 10;
const MODIFIED = /^(Mod|Shift)\+/;

type Props = {
  grid: Grid;
  rows: readonly HeldTask[];
  columns: readonly GridColumn[];
  keys: KeysInForce;
  context: WorkContext | null;
  checks: (row: ReturnType<typeof rowOf>, labelIds: readonly string[]) => readonly BrokenCheck[];
  /** Something lies over the grid. */
  isBlocked: boolean;
  onOpen: (taskId: string, questionId: string | null) => void;
  onUndo: () => void;
  onCommand: (command: WorkbenchCommand) => boolean;
};

/** The rows beside each other: questions to answer in many rows at once, and the row's own cells. */
export function AnswerGrid({
  grid,
  rows,
  columns,
  keys,
  context,
  checks,
  isBlocked,
  onOpen,
  onUndo,
  onCommand,
}: Props) {
  const t = useTranslations('work.grid');
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<{ taskId: string; questionId: string } | null>(null);
  const { range, active } = grid;
  const bounds = boundsOf(range);
  const activeTask = rows[active.row]?.task.id;
  const activeColumn = columns[active.column]?.id;

  // The focus goes where the keys went; also when the row that had it was handed in.
  const wantsFocus = useRef(true);
  useEffect(() => {
    if (isBlocked || editing !== null || activeTask === undefined || activeColumn === undefined) return;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (!wantsFocus.current && !lost) return;
    wantsFocus.current = false;
    document.getElementById(cellId(base, activeTask, active.column))?.focus();
  }, [base, activeTask, activeColumn, active.column, isBlocked, editing]);

  const open = (row: number, column: number) => {
    const [held, place] = [rows[row], columns[column]];
    if (held === undefined || place === undefined) return;
    if (place.kind === 'question' && place.question.kind === 'text') {
      setEditing({ taskId: held.task.id, questionId: place.question.id });
    } else onOpen(held.task.id, place.kind === 'question' ? place.question.id : null);
  };
  const move = (to: { row: number; column: number }, extend: boolean) => {
    wantsFocus.current = true;
    grid.go(to, extend);
  };
  const wholeRow = () =>
    grid.select({
      from: { row: bounds.top, column: columns.length - 1 },
      to: { row: bounds.bottom, column: 0 },
    });
  const wholeColumn = () =>
    grid.select({
      from: { row: rows.length - 1, column: bounds.left },
      to: { row: 0, column: bounds.right },
    });

  const press = (event: KeyboardEvent): boolean => {
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const shape = { rows: rows.length, columns: columns.length, pageRows: PAGE_ROWS };
    const to = moveInGrid(active, key, control, shape);
    if (to !== undefined && !event.altKey) {
      move({ row: Math.max(0, to.row), column: to.column }, shiftKey);
      return true;
    }
    if (key === ' ' && (shiftKey || control)) {
      if (shiftKey) wholeRow();
      else wholeColumn();
      return true;
    }
    const ways = waysOf(event.nativeEvent);
    const is = (...strokes: string[]) => strokes.some((stroke) => ways.includes(stroke));
    if (is('Mod+Shift+z', 'Mod+y')) grid.redo();
    else if (is('Mod+z')) onUndo();
    else if (is('Mod+d')) grid.fill();
    else if (is('Mod+a')) {
      grid.select({
        from: { row: rows.length - 1, column: columns.length - 1 },
        to: { row: 0, column: 0 },
      });
    } else if (is('Delete', 'Backspace')) grid.clear();
    else if (is('Esc')) grid.go(active, false);
    else if (is('Enter', 'F2')) open(active.row, active.column);
    else {
      for (const way of ways) {
        if (!MODIFIED.test(way) && grid.press(way)) return true;
        const command = commandOf(keys, [way]);
        if (command !== null && onCommand(command)) return true;
      }
      return false;
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || isBlocked || editing !== null) return;
    // The keys of the frame around it pass over what was prevented.
    if (press(event)) event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    if (editing !== null || window.getSelection()?.toString() !== '') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.copy());
    if (isCut) grid.clear();
  };

  return (
    <div
      ref={box}
      // Positioned, so that what only a screen reader sees in its far columns does not widen the page.
      className="relative max-h-[calc(100dvh-19rem)] min-h-48 overflow-auto overscroll-contain"
      onCopy={(event) => onCopy(event, false)}
      onCut={(event) => onCopy(event, true)}
      onPaste={(event) => {
        if (editing !== null) return;
        event.preventDefault();
        grid.paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <table
        {...asGrid}
        aria-label={t('label')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-describedby={`${base}-help`}
        className="w-max min-w-full border-separate border-spacing-0 text-sm"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 border-r border-b border-line bg-sunken px-3 py-2 text-left align-bottom font-medium"
            >
              {t('row')}
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className="sticky top-0 z-10 max-w-60 border-r border-b border-line bg-sunken px-3 py-2 text-left align-bottom font-medium wrap-anywhere"
              >
                {column.kind === 'question' ? (
                  <>
                    {column.question.name}
                    <span className="block text-xs font-normal text-fg-muted">{t('question')}</span>
                  </>
                ) : (
                  <>
                    {column.spec.label === '' ? column.spec.name : column.spec.label}
                    {column.spec.unit === null ? null : (
                      <span className="font-normal text-fg-muted"> {column.spec.unit}</span>
                    )}
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((held, row) => {
            const payload = annotationOf(draftFields(held.draft));
            const isIn = row >= bounds.top && row <= bounds.bottom;
            return (
              <GridRow
                key={held.task.id}
                base={base}
                held={held}
                payload={payload}
                isComplete={problemsOf(held).length === 0}
                row={row}
                columns={columns}
                context={context}
                broken={checks(rowOf(held), labelIdsOf(payload))}
                refused={(questionId) => grid.refused.get(refusedKey(held.task.id, questionId))}
                chosen={isIn ? { left: bounds.left, right: bounds.right } : null}
                active={row === active.row ? active.column : null}
                editing={editing?.taskId === held.task.id ? editing.questionId : null}
                onChoose={(column, extend) => grid.go({ row, column }, extend)}
                onOpen={(column) => open(row, column)}
                onOpenRow={() => onOpen(held.task.id, null)}
                onEdited={(questionId, text, thenDown) => {
                  setEditing(null);
                  wantsFocus.current = true;
                  if (text !== null) {
                    const value = text === '' ? null : { kind: 'text', text };
                    grid.change([{ taskId: held.task.id, field: answerField(questionId), value }]);
                  }
                  if (thenDown)
                    grid.go({ row: Math.min(rows.length - 1, row + 1), column: active.column }, false);
                }}
              />
            );
          })}
        </tbody>
      </table>
      <span id={`${base}-help`} hidden>
        {t('help')}
      </span>
    </div>
  );
}
