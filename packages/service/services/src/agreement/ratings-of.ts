import type { Ratings } from '@assay/agreement';
import type { AnnotationAnswer, LabelQuestion } from '@assay/contracts';
import type { IndependentAnswer } from '@assay/db';

/** One answer to one question: who said what of which sample, in which week. */
export type Said = { sample: string; person: string; week: string; value: string };

/** What a sample is called among answers. */
export const sampleName = (batchId: string, item: number): string => `${batchId} ${item}`;

/** What an answer counts as where only the same or not the same matters; null where it cannot be compared. */
function comparable(question: LabelQuestion, answer: AnnotationAnswer): string | null {
  switch (answer.kind) {
    case 'single':
      return answer.label.labelId;
    case 'multiple':
      return answer.labels
        .map((label) => label.labelId)
        .sort()
        .join(' ');
    case 'rating':
      return String(answer.value);
    case 'text':
      // What a column should say can be compared; free words never are the same.
      return question.kind === 'text' && question.corrects !== null ? answer.text.trim() : null;
    case 'regions':
      // What was found, how often; where it lies is compared region by region.
      return answer.regions
        .flatMap(({ label }) => label?.labelId ?? [])
        .sort()
        .join(' ');
    case 'cells':
      return [...new Set(answer.flags.map((flag) => JSON.stringify([flag.column, flag.reasonId])))]
        .sort()
        .join(' ');
  }
}

/** An answer with its document read. */
export type ReadAnswer = IndependentAnswer & { said: Record<string, AnnotationAnswer> };

/** What people said to one question. */
export function saidTo(question: LabelQuestion, answers: readonly ReadAnswer[]): Said[] {
  return answers.flatMap(({ batchId, item, authorId, week, said }) => {
    const answer = said[question.id];
    const value = answer === undefined ? null : comparable(question, answer);
    return value === null ? [] : [{ sample: sampleName(batchId, item), person: authorId, week, value }];
  });
}

/** What people said of the realism of samples. */
export function saidOfRealism(answers: readonly IndependentAnswer[]): Said[] {
  return answers.flatMap(({ batchId, item, authorId, week, realism }) =>
    realism === null ? [] : [{ sample: sampleName(batchId, item), person: authorId, week, value: realism }],
  );
}

/** Labels that an answer gives, for each against all others. */
export function labelsIn(answer: AnnotationAnswer | undefined): string[] {
  if (answer?.kind === 'single') return [answer.label.labelId];
  if (answer?.kind === 'multiple') return answer.labels.map((label) => label.labelId);
  return answer?.kind === 'regions' ? answer.regions.flatMap(({ label }) => label?.labelId ?? []) : [];
}

/**
 * The ratings that the maths reads.
 * @param scale the categories in their order; what people said beyond it comes behind
 */
export function ratingsOf(
  said: readonly Said[],
  scale: readonly string[],
  people: readonly string[],
): Ratings {
  const places = (names: Iterable<string>) => new Map([...new Set(names)].map((name, at) => [name, at]));
  const samples = places(said.map((each) => each.sample));
  const raters = places(people);
  const categories = places([...scale, ...said.map((each) => each.value)]);
  const column = (place: (each: Said) => number | undefined) =>
    Int32Array.from(said, (each) => place(each) ?? -1);
  return {
    units: samples.size,
    raters: raters.size,
    categories: categories.size,
    unit: column((each) => samples.get(each.sample)),
    rater: column((each) => raters.get(each.person)),
    code: column((each) => categories.get(each.value)),
  };
}
