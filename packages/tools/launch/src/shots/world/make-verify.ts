import { labelSchema } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';

const NAME = 'Genders that came with the rows';
const id = (n: number) => `01a1fe01-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A batch of rows whose own labels are verified, those first that a model doubts. */
export async function makeVerify(
  { api }: ApiSession,
  { projectId, runId }: { projectId: string; runId: string },
): Promise<{ verifyBatch: string }> {
  const { batches } = await api.batch.list.query({ projectId, limit: 200 });
  const known = batches.find((batch) => batch.name === NAME);
  if (known !== undefined) return { verifyBatch: known.id };
  const { versionId } = await api.labelSchema.create.mutate({
    projectId,
    name: 'Is the gender right?',
    description: 'Verifies the label that came with a row',
    document: labelSchema.parse({
      type: 'assay.label-schema',
      version: 1,
      subject: 'row',
      questions: [
        {
          kind: 'single',
          id: id(1),
          name: 'Gender',
          prompt: 'Which gender fits the row?',
          corrects: 'gender',
          labels: [
            { id: id(11), name: 'female', colour: 'teal', key: '1' },
            { id: id(12), name: 'male', colour: 'indigo', key: '2' },
          ],
        },
      ],
    }),
  });
  const { batchId } = await api.batch.create.mutate({
    projectId,
    runId,
    investigation: (await api.run.get.query({ runId })).status === 'BLOCKED',
    labelSchemaVersionId: versionId,
    name: NAME,
    kind: 'verify',
    priority: 0,
    selection: { type: 'assay.batch-selection', version: 1, size: 40, seed: 'verify', order: 'suspects' },
  });
  await eventually(
    async () => {
      const { status } = await api.batch.get.query({ batchId });
      if (status !== 'OPEN') throw new Error(`The batch is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  return { verifyBatch: batchId };
}
