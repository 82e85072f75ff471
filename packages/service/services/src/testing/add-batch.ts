import { type Annotation, batchControls, type LabelSchema, labelSchema } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { type CreateBatch, createBatch } from '../work/create-batch.ts';
import { runHere } from './run-jobs.ts';
import type { TestDeps } from './test-deps.ts';

const QUESTION = '00000000-0000-4000-8000-000000000001';
const [YES, NO] = ['00000000-0000-4000-8000-000000000011', '00000000-0000-4000-8000-000000000012'] as const;

/** One question, which must be answered: yes or no. */
export const YES_OR_NO: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: QUESTION,
      name: 'Is it so?',
      labels: [
        { id: YES, name: 'Yes', key: '1' },
        { id: NO, name: 'No', key: '2' },
      ],
    },
  ],
});

/** An answer to `YES_OR_NO`. */
export function answerOf(yes: boolean): Annotation {
  return {
    type: 'assay.annotation',
    version: 1,
    answers: { [QUESTION]: { kind: 'single', label: { labelId: yes ? YES : NO, attributes: {} } } },
    realism: null,
    artefact: false,
    artefactNote: '',
    comment: '',
    verdict: null,
  };
}

/** A label schema of a project with one question; returns its version. */
export async function addLabelSchema({ deps }: TestDeps, owner: Actor, projectId: string): Promise<string> {
  const { versionId } = await createLabelSchema(deps, owner, {
    projectId,
    name: 'Yes or no',
    description: '',
    document: YES_OR_NO,
  });
  return versionId;
}

/** A batch of a run's rows that is built and open: one answer each, pulled by anybody, unless told otherwise. */
export async function addBatch(
  test: TestDeps,
  manager: Actor,
  input: Pick<CreateBatch, 'projectId' | 'runId'> & Partial<CreateBatch>,
): Promise<string> {
  const { deps } = test;
  const { batchId, jobId } = await createBatch(deps, manager, {
    kind: 'label',
    name: 'A batch',
    description: '',
    labelSchemaVersionId:
      input.labelSchemaVersionId ?? (await addLabelSchema(test, manager, input.projectId)),
    guidelineId: null,
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
    controls: batchControls.parse({}),
    ...input,
  });
  const job = await runHere(deps, manager, jobId);
  if (job.status !== 'SUCCEEDED') throw new Error(`The batch was not built: ${JSON.stringify(job.error)}`);
  return batchId;
}
