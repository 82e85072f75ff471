import {
  type Annotation,
  type AnnotationAnswer,
  type AnnotationProblem,
  type CellFlag,
  type ChosenLabel,
  codePointsOf,
  type LabelQuestion,
  type LabelSchema,
} from '@assay/contracts';
import { checkRegions } from '../region/check-regions.ts';
import { checkChosen } from './check-chosen.ts';

type Add = (code: AnnotationProblem['code'], field: string, message: string) => void;

/**
 * What keeps an annotation from being submitted under a schema: answers that are missing, answers of another kind,
 * labels, reasons and columns that are not offered, attributes that are missing or of the wrong type. Without
 * problems it can be stored as it is.
 *
 * @param columns of the row
 */
export function checkAnnotation(
  schema: LabelSchema,
  payload: Annotation,
  columns: readonly string[],
): AnnotationProblem[] {
  const problems: AnnotationProblem[] = [];
  const questions = new Map(schema.questions.map((question) => [question.id, question]));
  for (const questionId of Object.keys(payload.answers)) {
    if (questions.has(questionId)) continue;
    const message = 'An answer belongs to no question of this schema.';
    problems.push({ code: 'unknown-question', field: `answers.${questionId}`, questionId, message });
  }
  for (const question of schema.questions) {
    const field = `answers.${question.id}`;
    const add: Add = (code, at, message) => {
      problems.push({ code, field: at, questionId: question.id, message });
    };
    const answer = Object.hasOwn(payload.answers, question.id) ? payload.answers[question.id] : undefined;
    if (answer === undefined || isEmptyText(answer)) {
      if (question.required && isAskable(question)) {
        add('missing-answer', field, `“${question.name}” is not answered.`);
      }
    } else checkAnswer(question, answer, field, columns, add);
  }
  return problems;
}

const isEmptyText = (answer: AnnotationAnswer): boolean =>
  answer.kind === 'text' && answer.text.trim() === '';

/** A question of labels that offers none cannot be answered, so that it is not asked. */
function isAskable(question: LabelQuestion): boolean {
  if (!('labels' in question)) return true;
  return question.labels.some((label) => !label.deprecated);
}

function checkAnswer(
  question: LabelQuestion,
  answer: AnnotationAnswer,
  field: string,
  columns: readonly string[],
  add: Add,
): void {
  if (question.kind === 'single' && answer.kind === 'single') {
    checkLabel(question, answer.label, `${field}.label`, add);
  } else if (question.kind === 'multiple' && answer.kind === 'multiple') {
    const seen = new Set<string>();
    for (const [at, chosen] of answer.labels.entries()) {
      if (seen.has(chosen.labelId)) {
        add('label-twice', `${field}.labels.${at}`, `“${question.name}” has one label twice.`);
      } else checkLabel(question, chosen, `${field}.labels.${at}`, add);
      seen.add(chosen.labelId);
    }
  } else if (question.kind === 'rating' && answer.kind === 'rating') {
    const { min, max, name } = question;
    if (answer.value < min || answer.value > max) {
      add('out-of-range', `${field}.value`, `“${name}” goes from ${min} to ${max}.`);
    }
  } else if (question.kind === 'text' && answer.kind === 'text') {
    checkText(question, answer.text, field, columns, add);
  } else if (question.kind === 'cells' && answer.kind === 'cells') {
    checkFlags(question, answer.flags, `${field}.flags`, columns, add);
  } else if (question.kind === 'regions' && answer.kind === 'regions') {
    checkRegions(question, answer, field, add);
  } else {
    const message = `“${question.name}” asks for “${question.kind}”, and was answered “${answer.kind}”.`;
    add('wrong-kind', field, message);
  }
}

function checkText(
  question: Extract<LabelQuestion, { kind: 'text' }>,
  text: string,
  field: string,
  columns: readonly string[],
  add: Add,
): void {
  if (question.corrects !== null && !columns.includes(question.corrects)) {
    const message = `“${question.name}” corrects "${question.corrects}", which the row does not have.`;
    add('unknown-column', field, message);
  }
  const length = codePointsOf(text);
  if (length > question.maxLength) {
    const message = `“${question.name}” has ${length} characters; at most ${question.maxLength} are allowed.`;
    add('too-long', `${field}.text`, message);
  }
}

function checkLabel(
  question: Extract<LabelQuestion, { kind: 'single' | 'multiple' }>,
  chosen: ChosenLabel,
  field: string,
  add: Add,
): void {
  const label = question.labels.find((each) => each.id === chosen.labelId);
  if (label === undefined) {
    add('unknown-label', `${field}.labelId`, `“${question.name}” has no such label.`);
  } else if (label.deprecated) {
    add('deprecated-label', `${field}.labelId`, `“${label.name}” is deprecated and no longer given.`);
  } else checkChosen(label, chosen, field, add);
}

function checkFlags(
  question: Extract<LabelQuestion, { kind: 'cells' }>,
  flags: readonly CellFlag[],
  field: string,
  columns: readonly string[],
  add: Add,
): void {
  const asked = new Set(question.columns ?? columns);
  const there = new Set(columns);
  const seen = new Set<string>();
  for (const [at, flag] of flags.entries()) {
    const inside = `${field}.${at}`;
    const reason = question.reasons.find((each) => each.id === flag.reasonId);
    if (reason === undefined) add('unknown-reason', `${inside}.reasonId`, 'There is no such reason.');
    else if (reason.deprecated) {
      add('deprecated-reason', `${inside}.reasonId`, `“${reason.name}” is deprecated and no longer given.`);
    }
    if (!asked.has(flag.column) || !there.has(flag.column)) {
      add('unknown-column', `${inside}.column`, `“${question.name}” does not ask about "${flag.column}".`);
    }
    const key = JSON.stringify([flag.column, flag.reasonId, flag.span?.from ?? null, flag.span?.to ?? null]);
    if (seen.has(key)) add('flag-twice', inside, `"${flag.column}" is flagged twice for one reason.`);
    seen.add(key);
  }
}
