import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { answerNext } from './answer-next.ts';
import { pictureAnswer } from './make-batches.ts';

const NAME = 'Rows that an expert decides';
/** Rows to practise on, and how many are decided at most until there are as many: every fourth is for practice. */
const WANTED = 3;
const MOST = 60;

/** Rows that an expert decides one by one, until some are there to practise on. */
export async function makePractice(
  { manager, annotator, expert }: { manager: ApiSession; annotator: ApiSession; expert: ApiSession },
  of: { projectId: string; runId: string; labelSchemaId: string },
): Promise<{ practiceBatch: string }> {
  const { api } = manager;
  const { projectId, runId } = of;
  const { batches } = await api.batch.list.query({ projectId, limit: 200 });
  const known = batches.find((batch) => batch.name === NAME);
  if (known !== undefined) return { practiceBatch: known.id };
  const { versionId } = await api.labelSchema.get.query({ labelSchemaId: of.labelSchemaId });
  const { batchId } = await api.batch.create.mutate({
    projectId,
    runId,
    investigation: (await api.run.get.query({ runId })).status === 'BLOCKED',
    labelSchemaVersionId: versionId,
    name: NAME,
    selection: { type: 'assay.batch-selection', version: 1, size: MOST, seed: 'practice' },
  });
  await eventually(
    async () => {
      const { status } = await api.batch.get.query({ batchId });
      if (status === 'BUILDING') throw new Error(`The batch is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  for (let at = 0; at < MOST; at += 1) {
    const { rows } = await annotator.api.task.practiceRows.query({ batchId });
    if (rows.length >= WANTED) break;
    await answerNext(annotator, { projectId, batchId }, { ...pictureAnswer(at), comment: 'Is it so?' });
    const { items } = await expert.api.review.list.query({ projectId, batchId });
    const [item] = items;
    if (item === undefined) throw new Error('Nothing waits for the expert.');
    const { leaseId } = await expert.api.review.open.mutate({ reviewItemId: item.id });
    await expert.api.review.decide.mutate({
      reviewItemId: item.id,
      leaseId,
      verdict: {
        kind: 'correct',
        payload: pictureAnswer(at + 1),
        faults: ['wrong-label'],
        comment: 'By what is made, not by who made it: see the guideline.',
      },
    });
  }
  return { practiceBatch: batchId };
}
