import type { Actor } from '@assay/domain';
import { type CreateBatch, createBatch } from '../work/create-batch.ts';
import { runHere } from './run-jobs.ts';
import type { TestDeps } from './test-deps.ts';

/** A batch of a run's rows that is built and open: one answer each, pulled by anybody, unless told otherwise. */
export async function addBatch(
  { deps }: TestDeps,
  manager: Actor,
  input: Pick<CreateBatch, 'projectId' | 'runId'> & Partial<CreateBatch>,
): Promise<string> {
  const { batchId, jobId } = await createBatch(deps, manager, {
    kind: 'label',
    name: 'A batch',
    description: '',
    labelSchemaVersionId: deps.ids.next(),
    guidelineVersionId: null,
    investigation: false,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'true' },
      size: null,
      quota: null,
      order: 'shuffled',
      seed: 'test',
    },
    overlap: 1,
    priority: 1,
    dueAt: null,
    assignment: 'pull',
    people: [],
    ...input,
  });
  const job = await runHere(deps, manager, jobId);
  if (job.status !== 'SUCCEEDED') throw new Error(`The batch was not built: ${JSON.stringify(job.error)}`);
  return batchId;
}
