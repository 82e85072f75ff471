import {
  appendUpload,
  commitSourceVersion,
  commitVersion,
  createSource,
  createUpload,
  getSourceVersion,
  runJob,
  stageSourceVersion,
} from '@assay/services';
import type { TestDeps, UserActor } from '@assay/services/testing';

/** Brings a CSV in as people do, its jobs run in this process, until its rows can be read. */
export async function importTable(
  { deps }: TestDeps,
  actor: UserActor,
  input: { projectId: string; name: string; csv: string },
): Promise<{ sourceId: string; versionId: string; uploadId: string }> {
  const { projectId, name } = input;
  const bytes = Buffer.from(input.csv);
  const delivery = { orgId: actor.orgId, lastAttempt: true, signal: new AbortController().signal };
  const upload = await createUpload(deps, actor, { projectId, fileName: 'table.csv', size: bytes.length });
  await appendUpload(deps, actor, { uploadId: upload.id, offset: 0, body: one(bytes) });
  const made = await createSource(deps, actor, { projectId, name, description: '', uploadId: upload.id });
  const { versionId } = made;
  const staged = await runJob(deps, 'source.stage', (run) => stageSourceVersion(deps, run), {
    ...delivery,
    jobId: made.jobId,
  });
  const { revision } = await getSourceVersion(deps, actor, { versionId });
  const { jobId } = await commitVersion(deps, actor, { versionId, revision, columns: [] });
  const committed = await runJob(deps, 'source.commit', (run) => commitSourceVersion(deps, run), {
    ...delivery,
    jobId,
  });
  if ([staged, committed].some((outcome) => outcome !== 'succeeded')) {
    throw new Error(`The import of a test's table failed: ${staged}, ${committed}.`);
  }
  return { sourceId: made.id, versionId, uploadId: upload.id };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
