import {
  type LabelQuestion,
  type LabelSchema,
  type LabelSchemaProblem,
  MOST_RATING_STEPS,
} from '@assay/contracts';
import { nearestName } from '../predicate/nearest-name.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkKeys } from './check-keys.ts';
import { labelsInCircles } from './label-tree.ts';
import { labelIds } from './schema-ids.ts';
import { namesTwice, schemaError, schemaWarning } from './schema-problem.ts';

/**
 * What keeps a label schema from being labelled with, and what one should know before. Shapes are the contract's;
 * this is what its words say against each other.
 *
 * @param columns of the rows to be labelled; null while they are not known
 * @param previous the version before this one, whose ids hold answers; null for a first one
 */
export function checkLabelSchema(
  schema: LabelSchema,
  columns: readonly string[] | null = null,
  previous: LabelSchema | null = null,
): LabelSchemaProblem[] {
  const problems: LabelSchemaProblem[] = [];
  if (schema.questions.length === 0) {
    problems.push(schemaError('no-questions', 'questions', 'Nothing is asked.', 'Add the first question.'));
  }
  checkIds(schema, problems);
  namesTwice(schema.questions, 'questions', 'question', problems);
  for (const [at, question] of schema.questions.entries()) {
    checkQuestion(question, `questions.${at}`, columns, problems);
    if (question.kind === 'regions' && schema.subject !== 'image') {
      const message = `“${question.name}” asks for parts of an image, but what is labelled are rows.`;
      problems.push(
        schemaError('not-of-images', `questions.${at}`, message, 'Let the schema be about images.'),
      );
    }
  }
  checkOneDrawing(schema, problems);
  if (previous !== null) checkAgainst(previous, schema, problems);
  return problems;
}

/** Whether nothing keeps a label schema from being labelled with. */
export function isLabelSchemaSound(
  schema: LabelSchema,
  columns: readonly string[] | null = null,
  previous: LabelSchema | null = null,
): boolean {
  return checkLabelSchema(schema, columns, previous).every((problem) => problem.severity !== 'error');
}

function checkIds(schema: LabelSchema, problems: LabelSchemaProblem[]): void {
  const seen = new Set<string>();
  for (const { id, field } of labelIds(schema)) {
    if (seen.has(id)) {
      const message = 'This id is used twice: answers could not be told apart.';
      problems.push(schemaError('duplicate-id', `${field}.id`, message, 'Give the later one a new id.'));
    }
    seen.add(id);
  }
}

/** A picture has one drawing: whose question a region answers could not be told of two. */
function checkOneDrawing({ questions }: LabelSchema, problems: LabelSchemaProblem[]): void {
  const first = questions.find(({ kind }) => kind === 'regions');
  for (const [at, question] of questions.entries()) {
    if (question.kind !== 'regions' || question === first) continue;
    const message = `“${question.name}” asks for parts of an image, as “${first?.name}” does already.`;
    const next = 'Put its labels into the first one.';
    problems.push(schemaError('second-regions', `questions.${at}`, message, next));
  }
}

function checkQuestion(
  question: LabelQuestion,
  field: string,
  columns: readonly string[] | null,
  problems: LabelSchemaProblem[],
): void {
  if (question.kind === 'rating') checkRating(question, field, problems);
  else if (question.kind === 'cells') checkCells(question, field, columns, problems);
  else if (question.kind !== 'text') checkLabels(question, field, problems);
  if (question.kind === 'regions') checkRegionLabels(question, field, problems);
  if ('corrects' in question && question.corrects !== null) {
    checkColumn(question.corrects, `${field}.corrects`, columns, problems);
  }
}

function checkLabels(
  { labels, name, required }: Extract<LabelQuestion, { kind: 'single' | 'multiple' | 'regions' }>,
  field: string,
  problems: LabelSchemaProblem[],
): void {
  const inside = `${field}.labels`;
  if (labels.length === 0) {
    problems.push(schemaError('no-labels', inside, `“${name}” offers no label.`, 'Add its labels.'));
  } else if (labels.every((label) => label.deprecated)) {
    problems.push(
      required
        ? schemaError(
            'unreachable-required',
            inside,
            `“${name}” must be answered, but all of its labels are deprecated.`,
            'Add a label, take one back, or let the question be left open.',
          )
        : schemaWarning('all-deprecated', inside, `All labels of “${name}” are deprecated: it is not asked.`),
    );
  }
  const byId = new Map(labels.map((label) => [label.id, label]));
  const circles = labelsInCircles(labels);
  for (const [at, label] of labels.entries()) {
    const parent = label.parentId === null ? null : (byId.get(label.parentId) ?? null);
    if (label.parentId !== null && parent === null) {
      const message = `The parent of “${label.name}” is no label of this question.`;
      problems.push(
        schemaError('unknown-parent', `${inside}.${at}.parentId`, message, 'Choose another parent, or none.'),
      );
    } else if (circles.has(label.id)) {
      const message = `“${label.name}” stands, through its parents, below itself.`;
      problems.push(
        schemaError('cycle', `${inside}.${at}.parentId`, message, 'Let one of the circle have no parent.'),
      );
    } else if (parent?.deprecated && !label.deprecated) {
      const message = `“${label.name}” is offered, but “${parent.name}” above it is deprecated.`;
      problems.push(schemaWarning('deprecated-parent', `${inside}.${at}.parentId`, message));
    }
    checkAttributes(label.attributes, `${inside}.${at}.attributes`, label.name, problems);
  }
  namesTwice(labels, inside, 'label', problems);
  checkKeys(labels, inside, problems);
}

function checkRegionLabels(
  { labels, relations }: Extract<LabelQuestion, { kind: 'regions' }>,
  field: string,
  problems: LabelSchemaProblem[],
): void {
  for (const [at, label] of labels.entries()) {
    const inside = `${field}.labels.${at}`;
    if (label.shapes.includes('skeleton') && label.skeleton === null) {
      const message = `“${label.name}” is drawn as a skeleton, of which no joints are known.`;
      problems.push(schemaError('no-joints', `${inside}.skeleton`, message, 'Name its joints.'));
    }
    const { joints, bones } = label.skeleton ?? { joints: [], bones: [] };
    if (new Set(joints).size < joints.length || joints.some((joint) => joint.trim() === '')) {
      const message = `Joints of “${label.name}” have no name, or one name twice.`;
      problems.push(schemaError('bad-joints', `${inside}.skeleton.joints`, message, 'Name each once.'));
    }
    if (bones.some(([from, to]) => from === to || from >= joints.length || to >= joints.length)) {
      const message = `A bone of “${label.name}” does not lead from one joint to another.`;
      problems.push(schemaError('bad-bones', `${inside}.skeleton.bones`, message));
    }
  }
  namesTwice(relations, `${field}.relations`, 'relation', problems);
}

function checkRating(
  { min, max, name }: Extract<LabelQuestion, { kind: 'rating' }>,
  field: string,
  problems: LabelSchemaProblem[],
): void {
  if (min >= max) {
    const message = `“${name}” goes from ${min} to ${max}: there is nothing to choose.`;
    problems.push(
      schemaError('empty-range', `${field}.max`, message, 'Let the last step be above the first.'),
    );
  } else if (max - min + 1 > MOST_RATING_STEPS) {
    const message = `“${name}” has ${max - min + 1} steps; people tell at most ${MOST_RATING_STEPS} apart.`;
    problems.push(schemaError('too-many-steps', `${field}.max`, message, 'Use fewer steps.'));
  }
}

function checkCells(
  question: Extract<LabelQuestion, { kind: 'cells' }>,
  field: string,
  columns: readonly string[] | null,
  problems: LabelSchemaProblem[],
): void {
  if (question.reasons.length === 0) {
    const message = `“${question.name}” gives no reason for a flag.`;
    problems.push(schemaError('no-reasons', `${field}.reasons`, message, 'Add its reasons.'));
  } else if (question.reasons.every((reason) => reason.deprecated)) {
    const message = `All reasons of “${question.name}” are deprecated: no cell could be flagged.`;
    problems.push(schemaError('unreachable-required', `${field}.reasons`, message, 'Add a reason.'));
  }
  if (question.columns?.length === 0) {
    const message = `“${question.name}” names no column.`;
    const next = 'Name a column, or ask about every column.';
    problems.push(schemaError('no-columns', `${field}.columns`, message, next));
  }
  const named = new Set<string>();
  for (const [at, column] of (question.columns ?? []).entries()) {
    if (named.has(column)) {
      problems.push(
        schemaError('column-twice', `${field}.columns.${at}`, `The column "${column}" is named twice.`),
      );
    } else checkColumn(column, `${field}.columns.${at}`, columns, problems);
    named.add(column);
  }
  namesTwice(question.reasons, `${field}.reasons`, 'reason', problems);
  checkKeys(question.reasons, `${field}.reasons`, problems);
}

function checkColumn(
  column: string,
  field: string,
  columns: readonly string[] | null,
  problems: LabelSchemaProblem[],
): void {
  if (columns === null || columns.includes(column)) return;
  const near = nearestName(column, columns);
  const next = near === null ? null : `Did you mean "${near}"?`;
  problems.push(schemaError('unknown-column', field, `There is no column "${column}".`, next));
}

/** Ids that hold answers must go on meaning what they meant. */
function checkAgainst(previous: LabelSchema, schema: LabelSchema, problems: LabelSchemaProblem[]): void {
  if (previous.subject !== schema.subject && previous.questions.length > 0) {
    const message =
      'Images are labelled where rows were, or rows where images were: answers would no longer fit.';
    const next = 'Keep what is labelled, and make another label schema for the other.';
    problems.push(schemaError('subject-changed', 'subject', message, next));
  }
  const before = new Map(labelIds(previous).map((each) => [each.id, each]));
  for (const now of labelIds(schema)) {
    const was = before.get(now.id);
    if (was === undefined) continue;
    if (was.what !== now.what || was.kind !== now.kind) {
      const message = `“${now.name}” has the id of what was something else: “${was.name}”.`;
      const next = 'Keep what it was, deprecate it, and add a new one with a new id.';
      problems.push(schemaError('kind-changed', now.field, message, next));
    } else if (was.owner !== now.owner) {
      const message = `“${now.name}” belonged to something else: answers under its id would no longer fit.`;
      const next = 'Deprecate it there, and add a new one with a new id here.';
      problems.push(schemaError('owner-changed', now.field, message, next));
    }
  }
  const kept = new Set(labelIds(schema).map((each) => each.id));
  for (const was of before.values()) {
    if (kept.has(was.id) || (was.owner !== null && !kept.has(was.owner))) continue;
    const message = `“${was.name}” is gone: answers that were given with it keep its id, but not its name.`;
    const next =
      was.what === 'question' || was.what === 'attribute'
        ? 'Let it be left open instead, if it may be asked again.'
        : 'Deprecate it instead: it is no longer offered, and stays readable.';
    problems.push(schemaWarning('removed', fieldOfOwner(schema, was.owner), message, next));
  }
}

function fieldOfOwner(schema: LabelSchema, owner: string | null): string {
  return labelIds(schema).find((each) => each.id === owner)?.field ?? 'questions';
}
