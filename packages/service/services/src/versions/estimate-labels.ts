import { dawidSkene } from '@assay/agreement';
import type { Annotation } from '@assay/contracts';
import type { EstimatedLabel } from '@assay/domain';

/** One person's answer to a sample. */
export type GivenAnswer = { sample: string; by: string; payload: Annotation };

/**
 * The likeliest label of each sample for one question with one label, by what all people answered to all samples.
 * Empty where nothing can be estimated; then the majority decides.
 */
export function estimateLabels(
  questionId: string,
  given: readonly GivenAnswer[],
): Map<string, EstimatedLabel> {
  const numberIn = (known: Map<string, number>, name: string): number => {
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  };
  const [samples, people, labels] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const ratings: { unit: number; rater: number; code: number }[] = [];
  for (const { sample, by, payload } of given) {
    const answer = payload.answers[questionId];
    if (answer?.kind !== 'single') continue;
    ratings.push({
      unit: numberIn(samples, sample),
      rater: numberIn(people, by),
      code: numberIn(labels, answer.label.labelId),
    });
  }
  const found = dawidSkene({
    units: samples.size,
    raters: people.size,
    categories: labels.size,
    unit: Int32Array.from(ratings, (rating) => rating.unit),
    rater: Int32Array.from(ratings, (rating) => rating.rater),
    code: Int32Array.from(ratings, (rating) => rating.code),
  });
  const estimated = new Map<string, EstimatedLabel>();
  if (!found.ok) return estimated;
  const ids = [...labels.keys()];
  for (const [sample, unit] of samples) {
    const own = [...found.value.probabilities.subarray(unit * ids.length, (unit + 1) * ids.length)];
    const best = Math.max(...own);
    const at = own.indexOf(best);
    const tied = own.lastIndexOf(best) !== at;
    estimated.set(sample, tied ? null : { labelId: ids[at] ?? '', probability: best });
  }
  return estimated;
}
