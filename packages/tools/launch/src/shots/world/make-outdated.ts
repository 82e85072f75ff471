import { guideline } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { answerNext } from './answer-next.ts';
import { pictureAnswer } from './make-batches.ts';

const NAME = 'Groups of work, for pictures';
const BATCH = 'Wages under a guideline that changed';
const id = (n: number) => `01a2fe01-0000-7000-8000-${String(n).padStart(12, '0')}`;

const document = (body: string) =>
  guideline.parse({
    type: 'assay.guideline',
    version: 1,
    sections: [{ id: id(1), heading: 'Which group', roles: [], body }],
    rules: [
      {
        id: id(2),
        text: 'Nobody has worked for longer than they can have',
        severity: 'warning',
        holds: { op: 'compare', column: 'experience', comparator: '<=', value: 50 },
      },
    ],
  });

/** A guideline that changed after some rows were answered under it. */
export async function makeOutdated(
  { manager, annotator }: { manager: ApiSession; annotator: ApiSession },
  of: { projectId: string; runId: string; labelSchemaId: string },
): Promise<{ outdatedGuideline: string; guidedItem: string }> {
  const { api } = manager;
  const { projectId, runId } = of;
  const { guidelines } = await api.guideline.list.query({ projectId, search: NAME });
  const known = guidelines.find((each) => each.name === NAME);
  const guidedItem = async () => {
    const { batches } = await api.batch.list.query({ projectId, limit: 200 });
    const batch = batches.find((each) => each.name === BATCH);
    if (batch === undefined) throw new Error(`There is no batch “${BATCH}”.`);
    const { items } = await api.review.list.query({ projectId, batchId: batch.id });
    const [first] = items;
    if (first === undefined) throw new Error(`Nothing of “${BATCH}” waits for an expert.`);
    return first.id;
  };
  if (known !== undefined) return { outdatedGuideline: known.id, guidedItem: await guidedItem() };
  const made = await api.guideline.create.mutate({
    projectId,
    name: NAME,
    document: document('By what is made, not by who made it.'),
  });
  const { versionId } = await api.labelSchema.get.query({ labelSchemaId: of.labelSchemaId });
  const { batchId } = await api.batch.create.mutate({
    projectId,
    runId,
    investigation: (await api.run.get.query({ runId })).status === 'BLOCKED',
    labelSchemaVersionId: versionId,
    guidelineId: made.id,
    name: BATCH,
    priority: 0,
    selection: { type: 'assay.batch-selection', version: 1, size: 12, seed: 'outdated' },
  });
  await eventually(
    async () => {
      const { status } = await api.batch.get.query({ batchId });
      if (status === 'BUILDING') throw new Error(`The batch is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  await annotator.api.guideline.acknowledge.mutate({ guidelineVersionId: made.versionId });
  for (let at = 0; at < 7; at += 1) {
    // What somebody asks goes before an expert.
    const comment = at === 0 ? 'By the trade, or by what is made?' : '';
    await answerNext(annotator, { projectId, batchId }, { ...pictureAnswer(at), comment });
  }
  await api.guideline.save.mutate({
    guidelineId: made.id,
    revision: 1,
    document: document('By what is made, and by the trade of who made it.'),
    note: 'Trades count',
  });
  return { outdatedGuideline: made.id, guidedItem: await guidedItem() };
}
