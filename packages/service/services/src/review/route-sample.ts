import {
  annotation,
  type LabelSchema,
  type ReviewMark,
  type ReviewRouting,
  reviewMark,
  skipReason,
} from '@assay/contracts';
import type { AnsweredSample, Repositories } from '@assay/db';
import { inOrder, labelsOf, markKey, rankOf, reviewMarks } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { routingFor } from './review-routing.ts';

type Place = { projectId: string; batchId: string };

const NONE: ReadonlySet<string> = new Set();

/** Labels that somebody gave a sample, over all questions. */
export function labelsOfSample(schema: LabelSchema, sample: AnsweredSample): string[] {
  const payloads = sample.answers.map((each) => annotation.parse(each.payload));
  return [...new Set(payloads.flatMap((each) => schema.questions.flatMap(({ id }) => labelsOf(each, id))))];
}

/** Why a sample goes before an expert; `rare` are labels that few samples of the batch have. */
export function marksOf(
  schema: LabelSchema,
  routing: ReviewRouting,
  sample: AnsweredSample,
  rare: ReadonlySet<string> = NONE,
): ReviewMark[] {
  const answers = sample.answers.map(({ authorId, payload }) => ({
    authorId,
    payload: annotation.parse(payload),
  }));
  const skips = sample.skips.map((each) => skipReason.parse(each));
  return reviewMarks(schema, routing, { sampleKey: sample.sampleKey, answers, skips }, rare);
}

/** Puts a sample before an expert, or closes the item where there is no reason any more. */
export async function putItem(
  deps: Deps,
  t: Repositories,
  place: Place,
  sample: AnsweredSample,
  labels: readonly string[],
  marks: readonly ReviewMark[],
): Promise<void> {
  const [first] = marks;
  await t.reviews.put(deps.ids.next(), place, {
    item: sample.item,
    sampleKey: sample.sampleKey,
    row: sample.row,
    status: first === undefined ? 'CLOSED' : 'OPEN',
    marks: asJson(marks),
    reasons: [...new Set(marks.map((each) => each.reason))],
    labels: [...labels],
    alike: first === undefined ? '' : markKey(first),
    rank: first === undefined ? 0 : rankOf(first.reason),
  });
}

/** Reasons that one sample alone does not tell: they stay as they were found. */
function keptMarks(known: { marks: unknown } | null, labels: readonly string[]): ReviewMark[] {
  const marks = known === null ? [] : reviewMark.array().parse(known.marks);
  return marks.filter(
    ({ reason, values }) =>
      reason === 'returned' || (reason === 'rare-label' && values.every((value) => labels.includes(value))),
  );
}

/**
 * In the transaction that ended a turn: when it was the last of the sample, the sample goes before an expert if there
 * is a reason. Two that end the last turns at one moment see each other. Doing it again changes nothing.
 */
export async function routeSample(deps: Deps, t: Repositories, place: Place, item: number): Promise<void> {
  await t.reviews.takeTurn(place.batchId, item);
  const sample = await t.reviews.sample(place.batchId, item);
  if (sample === null || sample.open > 0) return;
  const { schema } = await documentsOf(t, place.batchId);
  const document = await routingFor(t, place.projectId, place.batchId);
  const known = await t.reviews.ofSample(place.batchId, item);
  const labels = labelsOfSample(schema, sample);
  const marks = inOrder([...marksOf(schema, document, sample), ...keptMarks(known, labels)]);
  if (known === null && marks.length === 0) return;
  await putItem(deps, t, place, sample, labels, marks);
}
