import { AssayError } from '@assay/contracts';
import { commitVersion } from '../sources/commit-version.ts';
import { createSource } from '../sources/create-source.ts';
import { getSourceVersion } from '../sources/get-source.ts';
import { refreshSource } from '../sources/refresh-source.ts';
import { appendUpload } from '../uploads/append-upload.ts';
import { createUpload } from '../uploads/create-upload.ts';
import { runHere } from './run-jobs.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

async function* inParts(text: Uint8Array, bytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += bytes) yield text.subarray(at, at + bytes);
}

/** A finished upload of these bytes, sent in two parts. */
export async function uploadBytes(
  { deps }: TestDeps,
  actor: UserActor,
  projectId: string,
  bytes: Uint8Array,
  fileName = 'table.csv',
): Promise<string> {
  const { id } = await createUpload(deps, actor, { projectId, fileName, size: bytes.length });
  const middle = Math.ceil(bytes.length / 2);
  for (const [offset, part] of [
    [0, bytes.subarray(0, middle)],
    [middle, bytes.subarray(middle)],
  ] as const) {
    if (part.length > 0) await appendUpload(deps, actor, { uploadId: id, offset, body: inParts(part, 1000) });
  }
  return id;
}

/** Imports a CSV (or a file named otherwise) through the whole path, as people do, running its jobs here: staged, reviewed unchanged, committed. */
export async function importCsv(
  test: TestDeps,
  actor: UserActor,
  input: {
    projectId: string;
    csv: string | Uint8Array;
    name?: string;
    sourceId?: string;
    fileName?: string;
  },
): Promise<{ sourceId: string; versionId: string }> {
  const { deps } = test;
  const uploadId = await uploadBytes(test, actor, input.projectId, Buffer.from(input.csv), input.fileName);
  const made =
    input.sourceId === undefined
      ? await createSource(deps, actor, {
          projectId: input.projectId,
          name: input.name ?? 'Table',
          description: '',
          uploadId,
        })
      : { id: input.sourceId, ...(await refreshSource(deps, actor, { sourceId: input.sourceId, uploadId })) };
  await runHere(deps, actor, made.jobId);
  const { revision, status, notices } = await getSourceVersion(deps, actor, made);
  if (status !== 'REVIEW')
    throw new AssayError('bad-input', `Staging ended ${status}: ${notices[0]?.message}`);
  const { jobId } = await commitVersion(deps, actor, {
    versionId: made.versionId,
    revision,
    columns: [],
  });
  const job = await runHere(deps, actor, jobId);
  if (job.status !== 'SUCCEEDED')
    throw new Error(`The import ended ${job.status}: ${JSON.stringify(job.error)}`);
  return { sourceId: made.id, versionId: made.versionId };
}
