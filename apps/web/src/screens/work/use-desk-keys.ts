'use client';

import type { Annotation } from '@assay/contracts';
import { answerByKey, answerField, type WorkbenchAction, workbenchAction } from '@assay/domain';
import { useEffect, useRef } from 'react';
import type { Fields, HeldTask } from './desk/desk-types.ts';
import type { Overlay } from './row-desk.tsx';

export type DeskKeys = {
  held: HeldTask;
  payload: Annotation;
  activeId: string | null;
  column: string | null;
  /** Something lies over the row. */
  isBlocked: boolean;
  onColumn: (column: string) => void;
  onActive: (questionId: string) => void;
  onEdit: (set: Fields) => void;
  onSubmit: () => void;
  onAccept: () => void;
  onUndo: () => void;
  onOverlay: (overlay: Overlay) => void;
};

export const COMMENT_ID = 'work-comment';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;

/** A control that the keyboard chose, which Enter is for; one that was clicked keeps the focus without being meant. */
const isChosenControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, summary') && target.matches(':focus-visible');

function moveCell(keys: DeskKeys, by: number): void {
  const names = keys.held.batch.columns.map((column) => column.name);
  const at = keys.column === null ? (by > 0 ? -1 : names.length) : names.indexOf(keys.column);
  const name = names[Math.min(names.length - 1, Math.max(0, at + by))];
  if (name !== undefined) keys.onColumn(name);
}

function act(keys: DeskKeys, action: WorkbenchAction): void {
  const { held, payload, onEdit } = keys;
  switch (action) {
    case 'accept':
      if (held.batch.kind === 'verify') keys.onAccept();
      return;
    case 'comment':
      document.getElementById(COMMENT_ID)?.focus();
      return;
    case 'flag': {
      const question = held.batch.schema.questions.find((each) => each.kind === 'cells');
      if (question === undefined) return;
      keys.onActive(question.id);
      if (keys.column === null) moveCell(keys, 1);
      return;
    }
    case 'artefact':
      onEdit({ artefact: payload.artefact ? null : true });
      return;
    case 'plausible':
    case 'implausible':
    case 'unsure': {
      const taken = payload.realism?.verdict === action;
      onEdit({ realism: taken ? null : { verdict: action, reasons: [] } });
      return;
    }
    case 'skip':
      keys.onOverlay('skip');
      return;
    case 'undo':
      keys.onUndo();
  }
}

/** A key of a label, reason or step: the active question first, then the others in their order. */
function answer(keys: DeskKeys, key: string): boolean {
  const { held, payload, activeId, column } = keys;
  const { questions } = held.batch.schema;
  const first = questions.filter((each) => each.id === activeId);
  for (const question of [...first, ...questions.filter((each) => each.id !== activeId)]) {
    const next = answerByKey(question, payload.answers[question.id] ?? null, key, column);
    if (next === undefined) continue;
    keys.onEdit({ [answerField(question.id)]: next });
    return true;
  }
  return false;
}

function press(keys: DeskKeys, event: KeyboardEvent): boolean {
  const { key, target } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (key === 'Enter' && mod) {
    keys.onSubmit();
    return true;
  }
  if (isField(target)) {
    if (key !== 'Escape' || !(target instanceof HTMLElement)) return false;
    target.blur();
    return true;
  }
  if (mod && key.toLowerCase() === 'z' && !event.shiftKey) {
    keys.onUndo();
    return true;
  }
  if (mod || event.altKey) return false;
  if (key === 'Enter') {
    if (isChosenControl(target)) return false;
    keys.onSubmit();
    return true;
  }
  if (key === '?') {
    keys.onOverlay('keys');
    return true;
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (!keys.held.batch.schema.questions.some((each) => each.kind === 'cells')) return false;
    moveCell(keys, key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  const letter = key.toLowerCase();
  if (answer(keys, letter)) return true;
  const action = workbenchAction(letter);
  if (action === null) return false;
  act(keys, action);
  return true;
}

/** The keys of the workbench. They come before those of the frame around it, and after those of fields and menus. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || latest.current.isBlocked) return;
      if (document.querySelector('[role=dialog], [role=menu]') !== null) return;
      if (press(latest.current, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
