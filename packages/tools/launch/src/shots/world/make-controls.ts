import type { Annotation } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { answerNext } from './answer-next.ts';
import { pictureAnswer } from './make-batches.ts';

const NAME = 'Wages with control tasks among them';

/** A batch with gold and planted faults that two people answered: some noticed, some not. */
export async function makeControls(
  { manager, people }: { manager: ApiSession; people: readonly ApiSession[] },
  of: { projectId: string; runId: string; labelSchemaId: string },
): Promise<void> {
  const { api } = manager;
  const { projectId, runId } = of;
  const { batches } = await api.batch.list.query({ projectId, limit: 200 });
  if (batches.some((batch) => batch.name === NAME)) return;
  const { versionId } = await api.labelSchema.get.query({ labelSchemaId: of.labelSchemaId });
  const { batchId } = await api.batch.create.mutate({
    projectId,
    runId,
    investigation: (await api.run.get.query({ runId })).status === 'BLOCKED',
    labelSchemaVersionId: versionId,
    name: NAME,
    overlap: people.length,
    selection: { type: 'assay.batch-selection', version: 1, size: 20, seed: 'controls' },
    controls: { gold: 0.1, seeded: 0.4 },
  });
  await eventually(
    async () => {
      const { status } = await api.batch.get.query({ batchId });
      if (status === 'BUILDING') throw new Error(`The batch is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  for (const [who, person] of people.entries()) {
    const payload = (at: number): Annotation => ({
      ...pictureAnswer(at),
      realism: { verdict: (at + who) % 3 === 0 ? 'plausible' : 'implausible', reasons: [] },
    });
    let at = 0;
    while (await answerNext(person, { projectId, batchId }, payload(at))) at += 1;
  }
}
