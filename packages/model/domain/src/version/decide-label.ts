import type { Annotation, AnnotationAnswer, AnswersMethod, LabelMethod, LabelSchema } from '@assay/contracts';
import { withoutRemarks } from '../region/remarks.ts';
import { answerWithLabel, majorityAnswer } from './majority-answer.ts';

/** What Dawid-Skene says of one question of one sample: the likeliest label; null when two are equally likely. */
export type EstimatedLabel = { labelId: string; probability: number } | null;

export type LabelDecision =
  | { ok: true; method: LabelMethod; answers: Record<string, AnnotationAnswer>; support: number }
  /** A question that must be answered has no answer that the method decides on. */
  | { ok: false };

/**
 * The final label of a sample by people's answers. One answer stands as it is, except that Dawid-Skene weighs it too.
 * Of several, `single` takes what all agree on, `majority` what most say, `dawid-skene` the likeliest label of
 * questions with one label, and what most say of others. Questions that may be left open stay so where nothing is
 * decided. What people remark of single regions is no part of it.
 *
 * @param answers of one sample under one label schema, at least one
 * @param estimated by question id, for `dawid-skene`
 */
export function decideLabel(
  schema: LabelSchema,
  answers: readonly Annotation[],
  method: AnswersMethod,
  estimated: ReadonlyMap<string, EstimatedLabel> = new Map(),
): LabelDecision {
  const [only] = answers;
  if (only === undefined) return { ok: false };
  if (answers.length === 1 && method !== 'dawid-skene') {
    return { ok: true, method: 'single', answers: withoutRemarks(only.answers), support: 1 };
  }
  const decided: Record<string, AnnotationAnswer> = {};
  let support = 1;
  let estimatedOne = false;
  for (const question of schema.questions) {
    const given = answers.map((answer) => answer.answers[question.id] ?? null);
    const estimate = method === 'dawid-skene' ? estimated.get(question.id) : undefined;
    let answer: AnnotationAnswer | null = null;
    let sure: number | null = null;
    if (estimate !== undefined && given.some((each) => each !== null)) {
      if (estimate !== null) {
        answer = answerWithLabel(estimate.labelId, given);
        sure = answer === null ? null : estimate.probability;
        estimatedOne = estimatedOne || answer !== null;
      }
    } else {
      const most = majorityAnswer(given);
      if (most.ok && (method !== 'single' || most.share === 1)) {
        answer = most.answer;
        sure = most.share;
      }
    }
    if (answer === null && question.required) return { ok: false };
    if (answer !== null) decided[question.id] = answer;
    if (sure !== null) support = Math.min(support, sure);
  }
  const used = estimatedOne ? 'dawid-skene' : answers.length === 1 ? 'single' : 'majority';
  return { ok: true, method: used, answers: withoutRemarks(decided), support };
}

/** Do more than half of the answers say so? */
export function mostSay(answers: readonly Annotation[], says: (answer: Annotation) => boolean): boolean {
  return answers.filter(says).length * 2 > answers.length;
}
