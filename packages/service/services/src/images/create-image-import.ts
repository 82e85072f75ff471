import { AssayError, type ImageImportAbout, MOST_IMAGE_UPLOADS } from '@assay/contracts';
import { type Actor, imageImportStatesBefore } from '@assay/domain';
import { referToBlobs } from '../blobs/store-blob.ts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { lockImageImport, notInThisState } from './image-import-record.ts';

export type CreateImageImport = {
  projectId: string;
  name: string;
  about: ImageImportAbout;
  /** Pictures, and archives of pictures, that have arrived. */
  uploadIds: readonly string[];
};

/** Whoever brings pictures of the world says by what right; whoever brings made ones says by what. */
function requireProvenance({ origin, licence, generator }: ImageImportAbout): void {
  if (origin !== 'synthetic' && licence.trim() === '') {
    throw new AssayError('bad-input', 'It is not said by what right these pictures may be used.', {
      field: 'about.licence',
      kept: 'Nothing was imported; what was uploaded is kept for two days.',
      next: 'Name the licence, the contract or the consent.',
    });
  }
  if (origin !== 'real' && generator.trim() === '') {
    throw new AssayError('bad-input', 'It is not said what made these pictures.', {
      field: 'about.generator',
      kept: 'Nothing was imported; what was uploaded is kept for two days.',
      next: 'Name the program or the model, with its version.',
    });
  }
}

/** Takes pictures that were uploaded, and orders their reading. */
export async function createImageImport(
  deps: Deps,
  actor: Actor,
  input: CreateImageImport,
): Promise<{ importId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const { projectId, about } = input;
  requireProvenance(about);
  const uploadIds = [...new Set(input.uploadIds)];
  if (uploadIds.length === 0 || uploadIds.length > MOST_IMAGE_UPLOADS) {
    throw new AssayError('bad-input', `An import has 1 to ${MOST_IMAGE_UPLOADS} uploads.`, {
      field: 'uploadIds',
      next: 'Put the pictures into archives, or make several imports.',
    });
  }
  const importId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const files = [];
    for (const uploadId of uploadIds) {
      const upload = await t.uploads.get(uploadId);
      if (upload === null || upload.projectId !== projectId) {
        throw new AssayError('not-found', 'There is no such upload in this project.', { field: 'uploadIds' });
      }
      if (upload.completedAt === null) {
        throw new AssayError('not-ready', `${upload.fileName} has not arrived completely.`, {
          field: 'uploadIds',
          next: 'Go on with the upload, then import it.',
        });
      }
      const parts = (await t.uploads.parts(uploadId)).map((part) => part.blobKey);
      files.push({ fileName: upload.fileName, bytes: upload.size, parts });
    }
    const name = requireName(input.name, 'An import');
    const made = await t.imageImports.create(
      { id: importId, projectId, name, about: asJson(about), createdBy },
      files,
    );
    // The import holds the files for itself, whatever becomes of the uploads.
    const keys = files.flatMap((file) => file.parts);
    await referToBlobs(t, keys, { type: 'image-import', id: importId });
    const jobId = await order({
      kind: 'image.import',
      payload: { importId },
      subject: { type: 'imageImport', id: importId },
      projectId,
    });
    await record({
      action: 'image-import.created',
      object: { type: 'imageImport', id: importId },
      projectId,
      details: { number: made.number, name, about: asJson(about) as never, uploads: uploadIds.length },
      alsoTouched: [...uploadIds.map((id) => ({ type: 'upload', id })), { type: 'job', id: jobId }],
    });
    return { importId, jobId };
  });
}

/**
 * Undoes an import: pictures that no other import brought go with all that was made of them. What was found in its
 * files stays on record.
 */
export function withdrawImageImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string; reason: string },
): Promise<{ removed: number }> {
  const withdrawnBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockImageImport(t, input.importId);
    const [holder] = await t.images.holders(row.id);
    if (holder !== undefined) {
      const message = `Run ${holder.number}, “${holder.name}”, holds ${holder.images} of its pictures.`;
      throw new AssayError('conflict', message, {
        kept: 'Nothing was withdrawn.',
        next: 'Destroy the run first: put it into the trash, and empty that.',
      });
    }
    const moved = await t.imageImports.move(row.id, imageImportStatesBefore('WITHDRAWN'), 'WITHDRAWN', {
      withdrawnBy,
      withdrawnAt: deps.clock.now(),
    });
    if (!moved) throw notInThisState(row, 'withdrawn');
    const removed = await t.images.withdraw(row.id);
    await t.blobs.release({ type: 'image-import', id: row.id });
    await record({
      action: 'image-import.withdrawn',
      object: { type: 'imageImport', id: row.id },
      projectId: row.projectId,
      details: { reason: input.reason.trim(), images: removed },
    });
    return { removed };
  });
}
