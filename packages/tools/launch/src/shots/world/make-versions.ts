import { randomUUID } from 'node:crypto';
import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { pictureAnswer } from './make-batches.ts';

/** Two versions of one project, the first of which left as a file with this hash. */
export type VersionWorld = {
  version: string;
  firstVersion: string;
  exportedHash: string;
  /** Of the rows that were frozen: its run has passed its gates, so that its labels count. */
  frozenBatch: string;
};

const BATCH = 'Rows for the first version';

type Place = { projectId: string; recipeId: string; labelSchemaId: string };

/** Two versions: of what the annotator answered at first, and of more. Both are made once. */
export async function makeVersions(
  manager: ApiSession,
  annotator: ApiSession,
  of: Place,
): Promise<VersionWorld> {
  const { api } = manager;
  const { projectId } = of;
  const { versions } = await api.version.list.query({ projectId, limit: 10 });
  const known = versions.filter((each) => each.status === 'READY');
  const [newest, first] = [known[0], known[1]];
  if (newest !== undefined && first !== undefined) {
    return {
      version: newest.id,
      firstVersion: first.id,
      exportedHash: await exported(manager, newest.id),
      frozenBatch:
        (await api.batch.list.query({ projectId, limit: 200 })).batches.find(({ name }) => name === BATCH)
          ?.id ?? '',
    };
  }
  const runId = await readyRun(manager, of);
  const { versionId: labelSchemaVersionId } = await api.labelSchema.get.query({
    labelSchemaId: of.labelSchemaId,
  });
  const { batchId } = await api.batch.create.mutate({
    projectId,
    runId,
    labelSchemaVersionId,
    name: BATCH,
    selection: { type: 'assay.batch-selection', version: 1, size: 36, seed: 'versions' },
  });
  await eventually(
    async () => {
      const { status } = await api.batch.get.query({ batchId });
      if (status !== 'OPEN') throw new Error(`The batch is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  const answer = async (count: number) => {
    for (let at = 0; at < count; at += 1) {
      const [task] = (await annotator.api.task.claim.mutate({ projectId, batchId, want: 1 })).tasks;
      if (task === undefined) throw new Error('Nothing was served.');
      await annotator.api.task.submit.mutate({
        taskId: task.id,
        leaseId: task.leaseId,
        annotationId: randomUUID(),
        payload: pictureAnswer(at),
        activeMs: 20_000,
        toolVersion: 'pictures',
      });
    }
  };
  await answer(20);
  const one = await commit(manager, { projectId, runId, message: 'The first twenty rows', parentId: null });
  await api.version.moveRef.mutate({ projectId, kind: 'tag', name: 'first-look', expected: null, to: one });
  await answer(12);
  const two = await commit(manager, {
    projectId,
    runId,
    message: 'Twelve more, after the guideline was mended',
    parentId: one,
  });
  const exportedHash = await exported(manager, two);
  return { version: two, firstVersion: one, exportedHash, frozenBatch: batchId };
}

async function readyRun({ api }: ApiSession, { projectId, recipeId }: Place): Promise<string> {
  const { id: policyRef } = await api.policy.create.mutate({
    projectId,
    document: {
      type: 'assay.policy',
      version: 1,
      name: 'For pictures of versions',
      gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus: 1 } }],
    },
  });
  const recipe = await api.recipe.get.query({ recipeId });
  const { runId } = await api.run.start.mutate({
    recipeVersionId: recipe.versionId,
    kind: 'pilot',
    name: 'Rows for versions',
    policyRef,
  });
  await eventually(
    async () => {
      const { status } = await api.run.get.query({ runId });
      if (status !== 'READY') throw new Error(`The run is ${status}.`);
    },
    { timeout: 300_000, interval: 500 },
  );
  return runId;
}

async function commit(
  { api }: ApiSession,
  { runId, ...rest }: { projectId: string; runId: string; message: string; parentId: string | null },
): Promise<string> {
  const { versionId } = await api.version.commit.mutate({ ...rest, runIds: [runId], scope: 'labelled' });
  await eventually(
    async () => {
      const { status } = await api.version.get.query({ versionId });
      if (status !== 'READY') throw new Error(`The version is ${status}.`);
    },
    { timeout: 120_000, interval: 250 },
  );
  return versionId;
}

/** The hash of the data of an export, which is made where there is none. */
async function exported({ api }: ApiSession, versionId: string): Promise<string> {
  const hashOf = async () => {
    const { exports } = await api.export.list.query({ versionId, limit: 20 });
    return exports.flatMap((each) => each.files).find((file) => file.kind === 'data')?.sha256;
  };
  const there = await hashOf();
  if (there !== undefined) return there;
  await api.export.start.mutate({ versionId, format: 'csv' });
  return eventually(
    async () => {
      const made = await hashOf();
      if (made === undefined) throw new Error('The export is not there yet.');
      return made;
    },
    { timeout: 120_000, interval: 250 },
  );
}
