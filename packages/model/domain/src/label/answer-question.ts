import type { AnnotationAnswer, CellFlag, LabelQuestion } from '@assay/contracts';

type WithLabels = Extract<LabelQuestion, { kind: 'single' | 'multiple' }>;

/** Gives a label, or takes it back; null is no answer. Attributes of labels that stay are kept. */
export function pickLabel(
  question: WithLabels,
  answer: AnnotationAnswer | null,
  labelId: string,
): AnnotationAnswer | null {
  const chosen = { labelId, attributes: {} };
  if (question.kind === 'single') {
    const taken = answer?.kind === 'single' && answer.label.labelId === labelId;
    return taken ? null : { kind: 'single', label: chosen };
  }
  const labels = answer?.kind === 'multiple' ? answer.labels : [];
  const rest = labels.filter((each) => each.labelId !== labelId);
  if (rest.length === labels.length) return { kind: 'multiple', labels: [...labels, chosen] };
  return rest.length === 0 ? null : { kind: 'multiple', labels: rest };
}

/** Flags a cell for a reason, or takes that flag back; null is no answer. Flags on parts of the cell stay. */
export function toggleFlag(
  answer: AnnotationAnswer | null,
  column: string,
  reasonId: string,
): AnnotationAnswer | null {
  const flags = answer?.kind === 'cells' ? answer.flags : [];
  const same = (flag: CellFlag) => flag.column === column && flag.reasonId === reasonId && flag.span === null;
  const rest = flags.filter((flag) => !same(flag));
  if (rest.length === flags.length) {
    return { kind: 'cells', flags: [...flags, { column, reasonId, note: '', span: null }] };
  }
  return rest.length === 0 ? null : { kind: 'cells', flags: rest };
}

/**
 * What a key does to the answer of a question: the key of a label or reason, or a digit for a step of a rating.
 *
 * @param column the cell that is looked at; null where there is none
 * @returns the answer afterwards, where null is none; undefined where the key means nothing here
 */
export function answerByKey(
  question: LabelQuestion,
  answer: AnnotationAnswer | null,
  key: string,
  column: string | null = null,
): AnnotationAnswer | null | undefined {
  if (question.kind === 'single' || question.kind === 'multiple') {
    const label = question.labels.find((each) => each.key === key && !each.deprecated);
    return label === undefined ? undefined : pickLabel(question, answer, label.id);
  }
  if (question.kind === 'cells') {
    const reason = question.reasons.find((each) => each.key === key && !each.deprecated);
    if (reason === undefined || column === null) return undefined;
    return question.columns?.includes(column) === false ? undefined : toggleFlag(answer, column, reason.id);
  }
  if (question.kind !== 'rating' || !/^\d$/.test(key)) return undefined;
  const value = Number(key);
  if (value < question.min || value > question.max) return undefined;
  return answer?.kind === 'rating' && answer.value === value ? null : { kind: 'rating', value };
}
