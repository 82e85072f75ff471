import type { Annotation, LabelSchema } from '@assay/contracts';
import { answerByKey } from '@assay/domain';
import { questionId } from '../label-schemas/answer/question-list.tsx';

/** Where the keyboard is among the questions and the cells of a row. */
export type QuestionPlace = {
  schema: LabelSchema;
  /** The columns of the row, by name. */
  columns: readonly string[];
  activeId: string | null;
  column: string | null;
  onActive: (questionId: string) => void;
  onColumn: (column: string) => void;
};

export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;

/** A control that the keyboard chose, which Enter is for; one that was clicked keeps the focus without being meant. */
export const isChosenControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, summary') && target.matches(':focus-visible');

function moveCell({ columns, column, onColumn }: QuestionPlace, by: number): void {
  const at = column === null ? (by > 0 ? -1 : columns.length) : columns.indexOf(column);
  const name = columns[Math.min(columns.length - 1, Math.max(0, at + by))];
  if (name !== undefined) onColumn(name);
}

/** Goes to another question, round and round; readers hear what is asked. */
function moveQuestion({ schema: { questions }, activeId, onActive }: QuestionPlace, by: number): boolean {
  const at = questions.findIndex((each) => each.id === activeId);
  const next = questions[(at + by + questions.length) % questions.length];
  if (questions.length < 2 || next === undefined) return false;
  onActive(next.id);
  const node = document.getElementById(questionId(next.id));
  node?.focus({ preventScroll: true });
  node?.scrollIntoView({ block: 'nearest' });
  return true;
}

export type MoveCommand = 'flag' | 'nextCell' | 'previousCell' | 'nextQuestion' | 'previousQuestion';

/** Moves among questions and cells; false where there is nowhere to go, so that the key stays the page's. */
export function move(place: QuestionPlace, command: MoveCommand): boolean {
  const cells = place.schema.questions.find((each) => each.kind === 'cells');
  switch (command) {
    case 'flag':
      if (cells === undefined) return false;
      place.onActive(cells.id);
      if (place.column === null) moveCell(place, 1);
      return true;
    case 'nextCell':
    case 'previousCell':
      if (cells === undefined) return false;
      moveCell(place, command === 'nextCell' ? 1 : -1);
      return true;
    case 'nextQuestion':
    case 'previousQuestion':
      return moveQuestion(place, command === 'nextQuestion' ? 1 : -1);
  }
}

/** What a key of a label, reason or step answers: the active question first, then the others in their order. */
export function answerOfKey(
  { schema: { questions }, activeId, column }: QuestionPlace,
  answers: Annotation['answers'],
  key: string,
): { questionId: string; answer: Annotation['answers'][string] | null } | null {
  const first = questions.filter((each) => each.id === activeId);
  for (const question of [...first, ...questions.filter((each) => each.id !== activeId)]) {
    const answer = answerByKey(question, answers[question.id] ?? null, key, column);
    if (answer !== undefined) return { questionId: question.id, answer };
  }
  return null;
}
