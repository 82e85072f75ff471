import { randomUUID } from 'node:crypto';
import type { Annotation } from '@assay/contracts';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { LABELLED } from './make-label-schema.ts';

export type BatchWorld = { batch: string; pausedBatch: string; failedBatch: string };

const NAMES = {
  open: 'First look at wages that were made',
  paused: 'Rare occupations, by two people each',
  failed: 'Nothing matches',
} as const;
const SECONDS = [21, 34, 18, 55, 40, 27, 90, 33];

/** An answer to the label schema of the pictures; another one for each number. */
export const pictureAnswer = (at: number): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers: {
    [LABELLED.group]: {
      kind: 'single',
      label: { labelId: LABELLED.groups[at % LABELLED.groups.length] ?? '', attributes: {} },
    },
    [LABELLED.plausible]: { kind: 'rating', value: 1 + (at % 5) },
  },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
});

/** Batches of one run: one that the annotator has begun, one that waits, one that could not be made. */
export async function makeBatches(
  manager: ApiSession,
  annotator: ApiSession,
  of: { projectId: string; runId: string; labelSchemaId: string },
): Promise<BatchWorld> {
  const { api } = manager;
  const { projectId, runId } = of;
  const { batches } = await api.batch.list.query({ projectId, limit: 200 });
  const known = (name: string) => batches.find((each) => each.name === name)?.id;
  const [open, paused, failed] = [known(NAMES.open), known(NAMES.paused), known(NAMES.failed)];
  if (open !== undefined && paused !== undefined && failed !== undefined) {
    return { batch: open, pausedBatch: paused, failedBatch: failed };
  }
  const { versionId } = await api.labelSchema.get.query({ labelSchemaId: of.labelSchemaId });
  const investigation = (await api.run.get.query({ runId })).status === 'BLOCKED';
  const make = async (
    name: string,
    part: Partial<Parameters<typeof api.batch.create.mutate>[0]> & { where?: 'nothing' } = {},
  ) => {
    const { where, ...rest } = part;
    const { batchId } = await api.batch.create.mutate({
      projectId,
      runId,
      investigation,
      labelSchemaVersionId: versionId,
      name,
      description: 'Say what you see in the row, not what you expect.',
      selection: {
        type: 'assay.batch-selection',
        version: 1,
        where: where === 'nothing' ? { op: 'not', arg: { op: 'true' } } : { op: 'true' },
        size: 40,
        seed: 'pictures',
      },
      ...rest,
    });
    await eventually(
      async () => {
        const { status } = await api.batch.get.query({ batchId });
        if (status === 'BUILDING') throw new Error(`The batch is ${status}.`);
      },
      { timeout: 120_000, interval: 250 },
    );
    return batchId;
  };
  const batch = await make(NAMES.open, { priority: 2 });
  await label(annotator, projectId, batch);
  const me = (await api.project.members.query({ projectId })).find((each) =>
    each.roles.includes('annotator'),
  );
  const pausedBatch = await make(NAMES.paused, {
    kind: 'verify',
    dueAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    ...(me === undefined ? {} : { assignment: 'named', people: [me.userId] }),
  });
  await api.batch.pause.mutate({ batchId: pausedBatch, does: 'pause' });
  return { batch, pausedBatch, failedBatch: await make(NAMES.failed, { where: 'nothing' }) };
}

async function label({ api }: ApiSession, projectId: string, batchId: string): Promise<void> {
  const next = async () => {
    const [task] = (await api.task.claim.mutate({ projectId, batchId, want: 1 })).tasks;
    if (task === undefined) throw new Error('Nothing was served.');
    return { taskId: task.id, leaseId: task.leaseId };
  };
  for (const [at, seconds] of SECONDS.entries()) {
    await api.task.submit.mutate({
      ...(await next()),
      annotationId: randomUUID(),
      payload: pictureAnswer(at),
      activeMs: seconds * 1000,
      toolVersion: 'pictures',
    });
  }
  await api.task.skip.mutate({ ...(await next()), reason: 'unclear', note: 'Two occupations would fit.' });
  await api.task.skip.mutate({ ...(await next()), reason: 'broken', note: null });
  await next();
}
