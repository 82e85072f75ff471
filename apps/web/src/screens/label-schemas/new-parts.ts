import {
  type AttributeOption,
  attributeOption,
  type CellReason,
  cellReason,
  type Label,
  type LabelAttribute,
  type LabelAttributeKind,
  type LabelQuestion,
  type LabelQuestionKind,
  type LabelSchema,
  label,
  labelAttribute,
  labelColours,
  labelQuestion,
  labelSchema,
} from '@assay/contracts';
import { assignLabelKeys } from '@assay/domain';
import { newId } from '../versioned/new-id.ts';

/** A document that asks nothing yet. */
export const emptySchema = (): LabelSchema =>
  labelSchema.parse({ type: 'assay.label-schema', version: 1, subject: 'row' });

/** A label without a name, in the next colour. */
export const newLabel = (among: readonly Label[]): Label =>
  label.parse({ id: newId(), name: '', colour: labelColours[among.length % labelColours.length] });

export const newReason = (): CellReason => cellReason.parse({ id: newId(), name: '' });
export const newOption = (): AttributeOption => attributeOption.parse({ id: newId(), name: '' });

export const newAttribute = (kind: LabelAttributeKind): LabelAttribute =>
  labelAttribute.parse({
    kind,
    id: newId(),
    name: '',
    ...(kind === 'single' ? { options: [newOption()] } : {}),
  });

/** A question with what its kind begins with. */
export function newQuestion(kind: LabelQuestionKind): LabelQuestion {
  const base = { kind, id: newId(), name: '' };
  if (kind === 'cells') {
    return withKeys(labelQuestion.parse({ ...base, required: false, reasons: [newReason()] }), null);
  }
  if (kind !== 'single' && kind !== 'multiple' && kind !== 'regions') {
    return labelQuestion.parse({ ...base, required: kind === 'rating' });
  }
  const first = newLabel([]);
  return withKeys(labelQuestion.parse({ ...base, labels: [first, newLabel([first])] }), null);
}

/** Gives keys to what is new beside `before`, and leaves what was there as it was chosen. */
export function withKeys(question: LabelQuestion, before: LabelQuestion | null): LabelQuestion {
  const keyed = assignLabelKeys(question);
  const known = new Set(
    before === null
      ? []
      : [...('labels' in before ? before.labels : []), ...reasonsOf(before)].map((each) => each.id),
  );
  if ('labels' in question && 'labels' in keyed) {
    const keys = new Map(keyed.labels.map(({ id, key }) => [id, key]));
    const give = <T extends Label>(labels: readonly T[]): T[] =>
      labels.map((each) => (known.has(each.id) ? each : { ...each, key: keys.get(each.id) ?? each.key }));
    return question.kind === 'regions'
      ? { ...question, labels: give(question.labels) }
      : { ...question, labels: give(question.labels) };
  }
  if (question.kind === 'cells' && keyed.kind === 'cells') {
    return {
      ...question,
      reasons: question.reasons.map((each, at) => (known.has(each.id) ? each : (keyed.reasons[at] ?? each))),
    };
  }
  return question;
}

const reasonsOf = (question: LabelQuestion): readonly CellReason[] =>
  question.kind === 'cells' ? question.reasons : [];
