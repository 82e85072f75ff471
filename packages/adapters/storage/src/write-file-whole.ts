import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { orFull } from './storage-errors.ts';

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and needs no sync of it
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Writes a file that is there whole or not at all, also after a kill or a power cut: written and synced in
 * `drafts` (on the same file system), then renamed. `beforeRename` runs
 * once the content is safe. A failure leaves nothing; a full disk is a `StorageFullError`.
 */
export async function writeFileWhole(
  target: string,
  drafts: string,
  chunks: AsyncIterable<Uint8Array>,
  beforeRename?: () => Promise<void>,
): Promise<void> {
  const draft = join(drafts, randomUUID());
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      for await (const chunk of chunks) {
        let from = 0;
        while (from < chunk.byteLength) from += (await file.write(chunk, from)).bytesWritten;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeRename?.();
    await rename(draft, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(draft, { force: true });
    throw orFull(error);
  }
}
