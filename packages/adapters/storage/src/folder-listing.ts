import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './storage-errors.ts';
import type { BlobPage, ListedBlob } from './storage-types.ts';

const DEPTH = 4;

async function names(path: string, wanted: 'folders' | 'files'): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const kept = entries.filter((entry) => (wanted === 'folders' ? entry.isDirectory() : entry.isFile()));
    // as keys sort, where a folder's name is followed by its slash
    const end = wanted === 'folders' ? '/' : '';
    return kept.map((entry) => entry.name + end).sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Keys under `prefix` after `cursor`, in order; a folder that lies wholly before the cursor is not read. */
async function* keysUnder(root: string, prefix: string, cursor: string): AsyncGenerator<string> {
  const depth = prefix.split('/').length;
  for (const name of await names(join(root, prefix), depth < DEPTH ? 'folders' : 'files')) {
    const key = prefix + name;
    if (depth < DEPTH) {
      if (key > cursor || cursor.startsWith(key)) yield* keysUnder(root, key, cursor);
    } else if (key > cursor) yield key;
  }
}

export async function listFolder(
  root: string,
  prefix: string,
  cursor: string,
  limit: number,
): Promise<BlobPage> {
  const blobs: ListedBlob[] = [];
  for await (const key of keysUnder(root, prefix, cursor)) {
    if (blobs.length === limit) return { blobs, cursor: blobs.at(-1)?.key ?? null };
    try {
      const { size, mtime } = await lstat(join(root, key));
      blobs.push({ key, bytes: size, modifiedAt: mtime });
    } catch (error) {
      // deleted while listing
      if (systemCode(error) !== 'ENOENT') throw error;
    }
  }
  return { blobs, cursor: null };
}
