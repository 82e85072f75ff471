import type { Annotation, AnnotationAnswer, LabelSchema } from '@assay/contracts';
import { wrongQuestions } from '@assay/domain';

/** What was answered, in words: labels by their names, marks by their columns. */
function wordsOf(answer: AnnotationAnswer | undefined, labels: ReadonlyMap<string, string>): string {
  const named = ({ labelId }: { labelId: string }) => labels.get(labelId) ?? labelId;
  switch (answer?.kind) {
    case undefined:
      return '';
    case 'single':
      return named(answer.label);
    case 'multiple':
      return answer.labels.map(named).join(', ');
    case 'rating':
      return String(answer.value);
    case 'text':
      return answer.text;
    case 'regions':
      return answer.regions.flatMap(({ label }) => (label === null ? [] : [named(label)])).join(', ');
    case 'cells':
      return answer.flags.map((flag) => flag.column).join(', ');
  }
}

/** Each question that the expert answered: what is known, what was said, and whether that is the same. */
export function comparedAnswers(
  schema: LabelSchema,
  known: Annotation,
  given: Annotation | null,
  labels: ReadonlyMap<string, string>,
) {
  const wrong = given === null ? [] : wrongQuestions(schema, known, given);
  return schema.questions
    .filter(({ id }) => known.answers[id] !== undefined)
    .map(({ id, name }) => ({
      id,
      name,
      known: wordsOf(known.answers[id], labels),
      said: given === null ? null : wordsOf(given.answers[id], labels),
      right: !wrong.includes(id),
    }));
}
