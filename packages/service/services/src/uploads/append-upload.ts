import { AssayError, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { keepBlobs, storeBlob } from '../blobs/store-blob.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** A part may be at most this long, so that a slow client cannot hold a file open for ever. */
const PART_MAX_BYTES = 64 * 1024 ** 2;

async function* bounded(body: AsyncIterable<Uint8Array>, max: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > max) {
      throw new AssayError('too-large', 'More bytes came than were announced, or than a part may have.', {
        kept: 'The parts before this one were kept.',
        next: 'Send parts of at most 64 MB, and not beyond the announced size.',
      });
    }
    yield chunk;
  }
}

/**
 * Appends one part at `offset`. The part is stored first and counts once its row is committed: an answer means that
 * it is kept; a lost connection means that the client asks for the offset and sends the part again.
 */
export async function appendUpload(
  deps: Deps,
  actor: Actor,
  input: { uploadId: string; offset: number; body: AsyncIterable<Uint8Array> },
): Promise<{ received: number; complete: boolean }> {
  const upload = await query(deps, actor, (t) => t.uploads.get(input.uploadId));
  if (upload === null) throw notFound('upload');
  const refuseOffset = (received: bigint): never => {
    throw new AssayError('conflict', `This upload continues at byte ${received}, not at ${input.offset}.`, {
      kept: `The first ${received} bytes are kept.`,
      next: 'Ask for the offset and go on from there.',
      field: 'Upload-Offset',
    });
  };
  if (BigInt(input.offset) !== upload.received) refuseOffset(upload.received);
  const rest = Number(upload.size - upload.received);
  const stored = await storeBlob(deps, actor.orgId, {
    kind: 'upload-part',
    source: bounded(input.body, Math.min(rest, PART_MAX_BYTES)),
  });
  if (stored.bytes === 0) {
    await deps.storage.delete(stored.key);
    return { received: Number(upload.received), complete: upload.received === upload.size };
  }
  return command(deps, actor, async ({ t, record }) => {
    const now = await t.uploads.lock(input.uploadId);
    if (now === null) throw notFound('upload');
    if (now.received !== BigInt(input.offset)) refuseOffset(now.received);
    const received = now.received + BigInt(stored.bytes);
    const complete = received === now.size;
    await keepBlobs(t, [stored], { type: 'upload', id: input.uploadId });
    await t.uploads.append(
      input.uploadId,
      { position: BigInt(input.offset), bytes: BigInt(stored.bytes), blobKey: stored.key },
      complete ? deps.clock.now() : null,
    );
    await record({
      action: complete ? 'upload.completed' : 'upload.part-received',
      object: { type: 'upload', id: input.uploadId },
      projectId: upload.projectId,
      details: { offset: input.offset, bytes: stored.bytes, sha256: stored.sha256 },
    });
    return { received: Number(received), complete };
  });
}
