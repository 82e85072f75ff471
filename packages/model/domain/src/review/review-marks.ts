import {
  type Annotation,
  type LabelQuestion,
  type LabelSchema,
  type ReviewMark,
  type ReviewRouting,
  type RoutingReason,
  reviewMark,
  routingReasons,
  type SkipReason,
} from '@assay/contracts';
import { createStream, drawUniform } from '@assay/random';
import { flaggedRegions } from '../region/remarks.ts';
import { answersDiffer } from './answers-differ.ts';

/** What people made of one sample of a batch. */
export type SampleAnswers = {
  sampleKey: string;
  answers: readonly { authorId: string; payload: Annotation }[];
  skips: readonly SkipReason[];
};

const mark = (reason: RoutingReason, about: Partial<ReviewMark> = {}): ReviewMark =>
  reviewMark.parse({ reason, ...about });

/** What makes two samples alike to an expert: the same reason about the same thing. */
export function markKey({ reason, questionId, values, column, reasonId }: ReviewMark): string {
  return [reason, questionId ?? '', [...values].sort().join('+'), column ?? '', reasonId ?? ''].join('|');
}

/** The labels that an answer to a question gives. */
export function labelsOf(payload: Annotation, questionId: string): string[] {
  const answer = payload.answers[questionId];
  if (answer?.kind === 'single') return [answer.label.labelId];
  if (answer?.kind === 'multiple') return answer.labels.map((each) => each.labelId);
  if (answer?.kind !== 'regions') return [];
  return [...new Set(answer.regions.flatMap(({ label }) => label?.labelId ?? []))];
}

/** What people said side by side, for words such as "A or B". */
function sideBySide(question: LabelQuestion, payloads: readonly Annotation[]): string[] {
  const values = payloads.flatMap((payload) => {
    const answer = payload.answers[question.id];
    return answer?.kind === 'rating' ? [String(answer.value)] : labelsOf(payload, question.id);
  });
  // In the order of the schema, in which people read the labels.
  const place = (value: string) =>
    'labels' in question ? question.labels.findIndex(({ id }) => id === value) : 0;
  return [...new Set(values)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).slice(0, 50);
}

function* cellMarks(schema: LabelSchema, payloads: readonly Annotation[]): Generator<ReviewMark> {
  for (const question of schema.questions) {
    for (const payload of payloads) {
      const answer = payload.answers[question.id];
      if (answer?.kind !== 'cells') continue;
      for (const { column, reasonId } of answer.flags) {
        yield mark('flagged', { questionId: question.id, column, reasonId });
      }
    }
  }
}

/** One for each label of what is flagged; what has no label is known by the question alone. */
function* regionMarks(schema: LabelSchema, payloads: readonly Annotation[]): Generator<ReviewMark> {
  for (const { id: questionId } of schema.questions) {
    for (const { answers } of payloads) {
      for (const { label } of flaggedRegions(answers[questionId])) {
        yield mark('flagged-region', { questionId, values: label === null ? [] : [label.labelId] });
      }
    }
  }
}

/**
 * Why a sample goes before an expert under these rules, the weightiest reason first; empty when there is none. The
 * same answers always give the same reasons, chance included: it is drawn from seed, person and sample.
 *
 * @param rare labels that few samples of the batch have
 */
export function reviewMarks(
  schema: LabelSchema,
  routing: ReviewRouting,
  sample: SampleAnswers,
  rare: ReadonlySet<string>,
): ReviewMark[] {
  const payloads = sample.answers.map((each) => each.payload);
  const found: ReviewMark[] = [];
  if (routing.disagreement.on) {
    for (const question of schema.questions) {
      if (!answersDiffer(question, payloads, routing.disagreement.ratingSteps)) continue;
      found.push(mark('disagreement', { questionId: question.id, values: sideBySide(question, payloads) }));
    }
  }
  if (routing.flagged) found.push(...cellMarks(schema, payloads));
  if (routing.flaggedRegion) found.push(...regionMarks(schema, payloads));
  if (routing.artefact && payloads.some((each) => each.artefact)) found.push(mark('artefact'));
  const verdicts = new Set(payloads.map((each) => each.realism?.verdict));
  if (routing.implausible && verdicts.has('implausible')) found.push(mark('implausible'));
  if (routing.skipped && sample.skips.length > 0) {
    found.push(mark('skipped', { values: [...new Set(sample.skips)].sort() }));
  }
  if (routing.comment && payloads.some((each) => each.comment.trim() !== '')) found.push(mark('comment'));
  if (routing.unsure && verdicts.has('unsure')) found.push(mark('unsure'));
  for (const { id } of schema.questions) {
    const given = new Set(payloads.flatMap((payload) => labelsOf(payload, id)));
    for (const label of given) {
      if (rare.has(label)) found.push(mark('rare-label', { questionId: id, values: [label] }));
    }
  }
  const { seed, share } = routing.random;
  const drawn = (authorId: string) =>
    drawUniform(createStream(seed, `review of ${authorId} at ${sample.sampleKey}`), 0) < share;
  if (sample.answers.some(({ authorId }) => drawn(authorId))) found.push(mark('random'));
  return inOrder(found);
}

/** The weightiest first, none twice. */
export function inOrder(marks: readonly ReviewMark[]): ReviewMark[] {
  const once = new Map(marks.map((each) => [markKey(each), each]));
  return [...once.values()].sort((a, b) => rankOf(a.reason) - rankOf(b.reason));
}

/** The lower, the sooner an expert sees it. */
export function rankOf(reason: RoutingReason): number {
  return routingReasons.indexOf(reason);
}

/** Labels that so few of the answered samples have that an expert should look at them. */
export function rareLabels(
  samplesByLabel: ReadonlyMap<string, number>,
  samples: number,
  rule: ReviewRouting['rareLabel'],
): Set<string> {
  if (rule === null || samples < rule.atLeast) return new Set();
  return new Set(
    [...samplesByLabel].filter(([, count]) => count <= rule.share * samples).map(([label]) => label),
  );
}
