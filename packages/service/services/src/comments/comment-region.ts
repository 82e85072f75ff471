import { type Annotation, AssayError, annotation } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { documentsOf } from '../work/batch-documents.ts';
import { requireBatch } from '../work/batch-record.ts';
import { proposalsOf } from '../work/claim-work.ts';
import type { SubjectOfComments } from './comment-subject.ts';

/**
 * Checks that a region can be seen on what is talked about, as it is now. It may go later: what was said of it stays.
 *
 * @throws AssayError `bad-input` for one that is not there
 */
export async function requireRegion(
  t: Repositories,
  subject: SubjectOfComments,
  regionId: string,
): Promise<void> {
  const ids = subject.subjectType === 'reviewItem' ? await regionsBefore(t, subject.subjectId) : [];
  if (ids.includes(regionId)) return;
  throw new AssayError('bad-input', 'This region is not there any more.', {
    kept: 'What you wrote is still in its field.',
    next: 'Say it of another region, or of the picture.',
    field: 'regionId',
  });
}

/** Ids of all that an expert sees on a picture: what people drew, and what was proposed. */
async function regionsBefore(t: Repositories, reviewItemId: string): Promise<string[]> {
  const found = await t.reviews.get(reviewItemId);
  if (found === null) return [];
  const item = { ...found, row: Number(found.row) };
  const batch = await requireBatch(t, item.batchId);
  const sample = await t.reviews.sample(item.batchId, item.item);
  const proposals = await proposalsOf(t, batch, await documentsOf(t, item.batchId), [item]);
  const drawn = (sample?.answers ?? []).map(({ payload }) => annotation.parse(payload).answers);
  return [...drawn, proposals.get(item.row)?.answers ?? {}].flatMap(idsIn);
}

const idsIn = (answers: Annotation['answers']): string[] =>
  Object.values(answers).flatMap((answer) =>
    answer.kind === 'regions' ? answer.regions.map(({ id }) => id) : [],
  );
