import type { AnnotationAnswer, ColumnSpec, LabelQuestion } from '@assay/contracts';
import { answerByKey, forSpreadsheet, textOfAnswer } from '@assay/domain';
import type { HeldTask, WorkBatch } from '../desk/desk-types.ts';
import { cellOf } from '../desk/row-of.ts';

/** Columns of the data that a grid shows at most; the whole row is one press away. */
const MOST_DATA_COLUMNS = 40;

/** A column of a grid: a question, or a column of the row, with its place among them. */
export type GridColumn =
  | { kind: 'question'; id: string; question: LabelQuestion }
  | { kind: 'data'; id: string; spec: ColumnSpec; at: number };

/** The questions first, then the row. Flags have no column: they are given to the cells that they are about. */
export function columnsOfGrid({ schema, columns }: WorkBatch): { columns: GridColumn[]; hidden: number } {
  const questions = schema.questions.filter((question) => question.kind !== 'cells');
  const data = columns.slice(0, MOST_DATA_COLUMNS);
  return {
    columns: [
      ...questions.map((question) => ({ kind: 'question' as const, id: question.id, question })),
      ...data.map((spec, at) => ({ kind: 'data' as const, id: `data ${spec.name}`, spec, at })),
    ],
    hidden: columns.length - data.length,
  };
}

/** A cell as a spreadsheet takes it. */
export function copiedText(
  held: HeldTask,
  column: GridColumn,
  answer: (questionId: string) => AnnotationAnswer | null,
): string {
  if (column.kind === 'question') return textOfAnswer(column.question, answer(column.question.id));
  const cell = cellOf(held.task.cells[column.at]);
  if (cell === null) return '';
  return typeof cell === 'string' ? forSpreadsheet(cell) : String(cell);
}

/** Did a key take something away? */
function isLess(before: AnnotationAnswer | null, after: AnnotationAnswer | null): boolean {
  if (after === null) return true;
  if (before?.kind === 'multiple' && after.kind === 'multiple') {
    return after.labels.length < before.labels.length;
  }
  return before?.kind === 'cells' && after.kind === 'cells' && after.flags.length < before.flags.length;
}

/**
 * What a key does to the answers of many rows: it gives to those that have not what it gives, and takes it away only
 * where all have it.
 *
 * @returns undefined where the key means nothing to the question
 */
export function keyOnMany(
  question: LabelQuestion,
  answers: readonly (AnnotationAnswer | null)[],
  key: string,
  column: string | null,
): (AnnotationAnswer | null)[] | undefined {
  const pressed: (AnnotationAnswer | null)[] = [];
  for (const answer of answers) {
    const next = answerByKey(question, answer, key, column);
    if (next === undefined) return undefined;
    pressed.push(next);
  }
  const taken = pressed.map((next, i) => isLess(answers[i] ?? null, next));
  if (taken.every(Boolean)) return pressed;
  return pressed.map((next, i) => (taken[i] === true ? (answers[i] ?? null) : next));
}
