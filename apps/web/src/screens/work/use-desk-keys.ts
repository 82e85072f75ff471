'use client';

import type { Annotation, WorkbenchCommand } from '@assay/contracts';
import { answerField, answerValue, commandOf, type KeysInForce, strokesOf } from '@assay/domain';
import { useEffect, useRef } from 'react';
import type { Fields, HeldTask } from './desk/desk-types.ts';
import { hasProposals } from './desk/proposed-of.ts';
import { pressOf } from './keys/press-of.ts';
import { answerOfKey, isChosenControl, isField, move, type QuestionPlace } from './question-keys.ts';
import type { Overlay } from './row-desk.tsx';

export type DeskKeys = {
  held: HeldTask;
  /** The keys that the person has. */
  keys: KeysInForce;
  payload: Annotation;
  activeId: string | null;
  column: string | null;
  /** What a press does to the picture that is drawn on; false where it means nothing there. */
  onDraw: (ways: readonly string[], target: EventTarget | null) => boolean;
  /** Something lies over the row. */
  isBlocked: boolean;
  onColumn: (column: string) => void;
  onActive: (questionId: string) => void;
  onEdit: (set: Fields) => void;
  onSubmit: () => void;
  onAccept: () => void;
  onUndo: () => void;
  onPause: () => void;
  onOverlay: (overlay: Overlay) => void;
};

export const COMMENT_ID = 'work-comment';

const placeOf = ({ held: { batch }, activeId, column, onActive, onColumn }: DeskKeys): QuestionPlace => ({
  schema: batch.schema,
  columns: batch.columns.map(({ name }) => name),
  activeId,
  column,
  onActive,
  onColumn,
});

/** Does what a command says; false where it means nothing on this row, so that the key stays the page's. */
function act(keys: DeskKeys, command: WorkbenchCommand): boolean {
  const { held, payload, onEdit } = keys;
  switch (command) {
    case 'accept':
      if (hasProposals(held.batch)) keys.onAccept();
      return hasProposals(held.batch);
    case 'comment':
      if (held.batch.kind === 'blind') return false;
      document.getElementById(COMMENT_ID)?.focus();
      return true;
    case 'flag':
    case 'nextCell':
    case 'previousCell':
    case 'nextQuestion':
    case 'previousQuestion':
      return move(placeOf(keys), command);
    case 'artefact':
      if (held.batch.kind === 'blind') return false;
      onEdit({ artefact: payload.artefact ? null : true });
      return true;
    case 'plausible':
    case 'implausible':
    case 'unsure': {
      if (held.batch.kind === 'blind') return false;
      const taken = payload.realism?.verdict === command;
      onEdit({ realism: taken ? null : { verdict: command, reasons: [] } });
      return true;
    }
    case 'submit':
    case 'submitTyping':
      keys.onSubmit();
      return true;
    case 'undo':
      keys.onUndo();
      return true;
    case 'pause':
      keys.onPause();
      return true;
    case 'guideline':
      if (held.batch.guidelineId === null) return false;
      keys.onOverlay('guideline');
      return true;
    case 'skip':
    case 'about':
    case 'keys':
      keys.onOverlay(command);
      return true;
  }
}

/** A key of a label, reason or step. */
function answer(keys: DeskKeys, key: string): boolean {
  const found = answerOfKey(placeOf(keys), keys.payload.answers, key);
  if (found !== null) keys.onEdit({ [answerField(found.questionId)]: answerValue(found.answer) });
  return found !== null;
}

/** The ways to write a press, and below them the same without Shift, where no command has that with it. */
export function waysOf(event: KeyboardEvent): string[] {
  return strokesOf(pressOf(event)).flatMap((stroke) =>
    /^Shift\+\S$/u.test(stroke) ? [stroke, stroke.slice('Shift+'.length)] : [stroke],
  );
}

function press(keys: DeskKeys, event: KeyboardEvent): boolean {
  const { target } = event;
  const ways = waysOf(event);
  const whileTyping = keys.keys.submitTyping;
  if (whileTyping !== null && ways.includes(whileTyping)) {
    keys.onSubmit();
    return true;
  }
  if (isField(target)) {
    if (event.key !== 'Escape' || !(target instanceof HTMLElement)) return false;
    target.blur();
    return true;
  }
  if (keys.onDraw(ways, target)) return true;
  // What everybody's fingers know stays beside the key that somebody chose.
  if (ways.includes('Mod+z')) {
    keys.onUndo();
    return true;
  }
  if (ways.includes('Enter') && isChosenControl(target)) return false;
  for (const way of ways) {
    if ([...way].length === 1 && answer(keys, way)) return true;
    const command = commandOf(keys.keys, [way]);
    if (command !== null && act(keys, command)) return true;
  }
  return false;
}

/** The keys of the workbench. They come before those of the frame around it, and after those of fields and menus. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || latest.current.isBlocked) return;
      // Arrows and frames go on while they are held; whatever else is meant once.
      if (event.repeat && !/^(?:Arrow|Page)/.test(event.key)) return;
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
