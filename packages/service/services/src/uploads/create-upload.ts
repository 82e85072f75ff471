import { AssayError, UPLOAD_MAX_BYTES } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/** How long an unfinished or unused upload is kept. */
export const UPLOAD_KEPT_MS = 2 * 24 * 3600 * 1000;

/** Announces a file: it then arrives part by part, and can be resumed for two days. */
export async function createUpload(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; fileName: string; size: number },
): Promise<{ id: string }> {
  const createdBy = requirePerson(actor);
  if (input.size > UPLOAD_MAX_BYTES) {
    throw new AssayError(
      'too-large',
      `The file has ${(input.size / 1024 ** 3).toFixed(1)} GB and an upload may have 2 GB.`,
      { field: 'size', next: 'Split the file, or save it as Parquet, which is several times smaller.' },
    );
  }
  if (input.size <= 0) {
    throw new AssayError('bad-input', 'The file is empty: there is nothing to upload.', { field: 'size' });
  }
  // Only the last part of a path; never used to build a key or a path.
  const fileName = input.fileName.split(/[/\\]/).at(-1)?.slice(0, 255) ?? '';
  if (fileName === '') throw new AssayError('bad-input', 'The file has no name.', { field: 'fileName' });
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    await t.uploads.create({
      id,
      projectId: input.projectId,
      createdBy,
      fileName,
      size: BigInt(input.size),
      expiresAt: new Date(deps.clock.now().getTime() + UPLOAD_KEPT_MS),
    });
    await record({
      action: 'upload.created',
      object: { type: 'upload', id },
      projectId: input.projectId,
      details: { bytes: input.size },
    });
    return { id };
  });
}
