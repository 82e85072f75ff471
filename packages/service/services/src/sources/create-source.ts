import { AssayError, NO_TERMS } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { referToBlobs } from '../blobs/store-blob.ts';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';

/** Uses a finished upload as a new version of a source and orders its staging. */
export async function addVersion(
  deps: Deps,
  { t, order }: CommandContext,
  source: { id: string; projectId: string },
  uploadId: string,
  createdBy: string,
): Promise<{ versionId: string; jobId: string }> {
  const upload = await t.uploads.get(uploadId);
  if (upload === null || upload.projectId !== source.projectId) {
    throw new AssayError('not-found', 'There is no such upload in this project.', { field: 'uploadId' });
  }
  if (upload.completedAt === null) {
    throw new AssayError('not-ready', `${upload.fileName} has not arrived completely.`, {
      kept: `${upload.received} of ${upload.size} bytes are kept.`,
      next: 'Go on with the upload, then import it.',
    });
  }
  const versionId = deps.ids.next();
  await t.sources.createVersion({
    id: versionId,
    sourceId: source.id,
    uploadId,
    fileName: upload.fileName,
    fileBytes: upload.size,
    createdBy,
  });
  // The version holds the file for itself, whatever becomes of the upload.
  const parts = await t.uploads.parts(uploadId);
  await referToBlobs(
    t,
    parts.map((part) => part.blobKey),
    { type: 'source-version', id: versionId },
  );
  const jobId = await order({
    kind: 'source.stage',
    payload: { versionId },
    subject: { type: 'sourceVersion', id: versionId },
    projectId: source.projectId,
  });
  return { versionId, jobId };
}

/** Makes a source from a finished upload. Its rows stay hidden until it was checked, committed and scanned. */
export async function createSource(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; name: string; description: string; uploadId: string; isDemo?: boolean },
): Promise<{ id: string; versionId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A source');
  const id = deps.ids.next();
  return command(deps, actor, async (context) => {
    await context.t.sources.create({
      id,
      projectId: input.projectId,
      name,
      description: input.description,
      terms: NO_TERMS,
      isDemo: input.isDemo ?? false,
      createdBy,
    });
    const added = await addVersion(
      deps,
      context,
      { id, projectId: input.projectId },
      input.uploadId,
      createdBy,
    );
    await context.record({
      action: 'source.created',
      object: { type: 'source', id },
      projectId: input.projectId,
      details: { name },
      alsoTouched: [
        { type: 'sourceVersion', id: added.versionId },
        { type: 'upload', id: input.uploadId },
      ],
    });
    return { id, ...added };
  });
}
