import type { AnnotationProblem } from '@assay/contracts';
import { select, selectedIds, showFrame, type ToolId } from '@assay/editor';
import type { Drawing } from './drawing.ts';
import {
  offeredLabels,
  pickLabel,
  type RegionQuestion,
  strokesOnPicture,
  takeTool,
} from './region-question.ts';

/**
 * The drawing, if it is that of the task before the person. When the next task comes, the drawing of the one before is
 * still at hand for a moment, in which a second press of a key would hand it in for the wrong picture.
 */
export const drawingOfTask = (drawing: Drawing | null, taskId: string): Drawing | null =>
  drawing?.taskId === taskId ? drawing : null;

/** Where what is said of proposals stands. */
export const VERIFY_BAR_ID = 'work-verify';

export const focusPicture = () =>
  document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });

/** For a press on a bar of the picture: who points goes on with the keys of the picture, who presses by a key stays. */
export function backToPicture(event: Pick<MouseEvent, 'detail'> | undefined): void {
  if (event !== undefined && event.detail > 0) focusPicture();
}

/** What stands behind the picture, for who leaves it by the keyboard. */
export const PAST_PICTURE_ID = 'work-past-picture';

/** The answer that is handed in: where relations are of one kind only, each is of that. */
export function drawnAnswer(drawing: Drawing, question: RegionQuestion): ReturnType<Drawing['answer']> {
  const answer = drawing.answer();
  const kinds = question.relations.filter((each) => !each.deprecated);
  const [only] = kinds;
  if (kinds.length !== 1 || only === undefined) return answer;
  return {
    ...answer,
    relations: answer.relations.map((each) => ({ ...each, labelId: each.labelId ?? only.id })),
  };
}

/** Selects the region that a problem is about, and shows it. */
export function showRegion({ editor, answer }: Drawing, problem: AnnotationProblem | undefined): void {
  const at = /\.regions\.(\d+)\./.exec(problem?.field ?? '')?.[1];
  const region = at === undefined ? undefined : answer().regions[Number(at)];
  if (region === undefined) return;
  const key = /\.keyFrames\.(\d+)\./.exec(problem?.field ?? '')?.[1] ?? 0;
  const frame = region.track?.keyFrames[Number(key)]?.frame;
  if (frame !== undefined) showFrame(editor.store, frame);
  select(editor.store, [region.id]);
  editor.run('zoom-selection');
}

const isOnPicture = (target: EventTarget | null): boolean =>
  target === document.body ||
  (target instanceof HTMLElement && (target.id === 'work-top' || target.matches('[role=application]')));

/**
 * What a key does to a drawing: that of a label wherever one is, and those of the editor while the picture has the focus.
 * A stroke with Shift is first that of the editor: without it, it may be the key of a label. False where it means nothing
 * there.
 */
export function pressOnDrawing(
  { editor }: Drawing,
  question: RegionQuestion,
  ways: readonly string[],
  target: EventTarget | null,
): boolean {
  const [exact] = ways;
  if (isOnPicture(target) && exact?.startsWith('Shift+') === true && editor.press(exact)) return true;
  const label = offeredLabels(question).find(({ key }) => key !== null && ways.includes(key));
  if (label !== undefined) {
    pickLabel(editor, question, label.id);
    return true;
  }
  if (!isOnPicture(target)) return false;
  // Tab walks the proposals: with Escape, once it has nothing to take back, one leaves the picture.
  const isIdle = editor.state.peek() === 'select.idle' && selectedIds(editor.store).size === 0;
  if (isIdle && ways.includes('Esc') && leavePicture()) return true;
  return editor.press(...ways);
}

/** Does a stroke on the picture wait for its drawing? What is meant for that must not answer for the row meanwhile. */
export const waitsForDrawing = (
  question: RegionQuestion,
  ways: readonly string[],
  target: EventTarget | null,
): boolean => {
  const strokes = strokesOnPicture(question);
  // Enter and Esc mean something beside the picture too.
  return isOnPicture(target) && ways.some((way) => [...way].length === 1 && strokes.has(way));
};

/**
 * Is something begun on the picture that is not drawn to its end? It would be in no answer, and gone with the picture: one
 * is led back to it.
 */
export function isHalfDrawn({ editor }: Drawing, question: RegionQuestion): boolean {
  const tool = editor.underWay.peek();
  if (tool === undefined) return false;
  if (tool !== editor.tool.peek()) takeTool(editor, question, tool as ToolId);
  focusPicture();
  return true;
}

/** What is typed in a field is taken when one leaves it, and it is to be taken now. */
export function takeTyped(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}

/** Where Tab walks the proposals, it leads on through the page from behind the picture. */
function leavePicture(): boolean {
  if (document.getElementById(VERIFY_BAR_ID) === null) return false;
  document.getElementById(PAST_PICTURE_ID)?.focus({ preventScroll: true });
  return true;
}
