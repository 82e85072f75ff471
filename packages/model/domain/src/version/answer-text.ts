import type { AnnotationAnswer, LabelQuestion } from '@assay/contracts';

const named = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((each) => each.id === id)?.name || id;

/** The parts of an answer that are counted: names of labels, the rating, the text, columns that are flagged. */
export function answerValues(question: LabelQuestion, answer: AnnotationAnswer): string[] {
  if (answer.kind === 'single') {
    return question.kind === 'single'
      ? [named(question.labels, answer.label.labelId)]
      : [answer.label.labelId];
  }
  if (answer.kind === 'multiple') {
    const labels = question.kind === 'multiple' ? question.labels : [];
    return answer.labels.map((label) => named(labels, label.labelId));
  }
  if (answer.kind === 'rating') return [String(answer.value)];
  if (answer.kind === 'text') return [answer.text];
  if (answer.kind === 'regions') {
    const labels = question.kind === 'regions' ? question.labels : [];
    return answer.regions.flatMap(({ label }) => (label === null ? [] : [named(labels, label.labelId)]));
  }
  const reasons = question.kind === 'cells' ? question.reasons : [];
  return answer.flags.map((flag) => `${flag.column}: ${named(reasons, flag.reasonId)}`);
}

/** An answer in one line, for tables and files. */
export function answerText(question: LabelQuestion, answer: AnnotationAnswer): string {
  return answerValues(question, answer).join('; ');
}
