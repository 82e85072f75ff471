import type { Annotation, AnnotationAnswer, LabelQuestion, RegionValue } from '@assay/contracts';
import { saySameRegions } from '../region/match-regions.ts';

/** What an answer says, so that two that say the same are equal; null is no answer. */
function said(answer: AnnotationAnswer | undefined): string {
  switch (answer?.kind) {
    case undefined:
      return 'nothing';
    case 'single':
      return JSON.stringify(chosen(answer.label));
    case 'multiple':
      return JSON.stringify(
        answer.labels
          .map(chosen)
          .map((each) => JSON.stringify(each))
          .sort(),
      );
    case 'rating':
      return String(answer.value);
    case 'text':
      return answer.text.trim();
    case 'regions':
      // Compared with one another below: borders are never equal.
      return 'regions';
    case 'cells':
      return JSON.stringify(
        answer.flags.map(({ column, reasonId, span }) => JSON.stringify([column, reasonId, span])).sort(),
      );
  }
}

function chosen({ labelId, attributes }: { labelId: string; attributes: Record<string, unknown> }) {
  return [labelId, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))];
}

/**
 * Do people say different things to a question? Ratings at most `ratingSteps` apart agree. Free text always differs
 * in its words, so that it does not count; text that corrects a column does.
 */
export function answersDiffer(
  question: LabelQuestion,
  payloads: readonly Annotation[],
  ratingSteps: number,
): boolean {
  const answers = payloads.map((payload) => payload.answers[question.id]);
  if (answers.length < 2) return false;
  if (question.kind === 'text' && question.corrects === null) return false;
  const values = answers.flatMap((answer) => (answer?.kind === 'rating' ? [answer.value] : []));
  if (question.kind === 'rating' && values.length === answers.length) {
    return Math.max(...values) - Math.min(...values) > ratingSteps;
  }
  if (new Set(answers.map(said)).size > 1) return true;
  return question.kind === 'regions' && regionsDiffer(answers);
}

/** Does anybody see a thing, or a label, that somebody else does not? */
function regionsDiffer(answers: readonly (AnnotationAnswer | undefined)[]): boolean {
  const lists = answers.map((answer): readonly RegionValue[] =>
    answer?.kind === 'regions' ? answer.regions : [],
  );
  return lists.some((left, at) => lists.slice(at + 1).some((right) => !saySameRegions(left, right)));
}
