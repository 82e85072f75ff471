import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { systemCode } from './storage-errors.ts';
import { writeFileWhole } from './write-file-whole.ts';

export type FileCache = {
  /** The file of this content, fetched if it is not there. */
  path(identity: string, fetch: () => Promise<AsyncIterable<Uint8Array>>): Promise<string>;
};

async function touch(path: string): Promise<boolean> {
  try {
    const now = new Date();
    await utimes(path, now, now);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

type Entry = { path: string; bytes: number; usedAt: number };

async function entries(folder: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    try {
      const { size, mtimeMs } = await stat(path);
      found.push({ path, bytes: size, usedAt: mtimeMs });
    } catch (error) {
      // evicted by another process
      if (systemCode(error) !== 'ENOENT') throw error;
    }
  }
  return found.sort((a, b) => a.usedAt - b.usedAt);
}

/**
 * Files named by the hash of what identifies their content, in a folder that several processes may share. What was
 * least recently asked for goes first when there is more than `maxBytes`, but nothing that was asked for within
 * `keepMs`: its reader may not have opened it yet. (An open file stays readable after it is removed.)
 */
export function fileCache(config: { folder: string; maxBytes: number; keepMs: number }): FileCache {
  const root = resolve(config.folder);
  const [files, drafts] = [join(root, 'files'), join(root, 'drafts')];
  for (const folder of [files, drafts]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fetching = new Map<string, Promise<void>>();

  async function evict(kept: string): Promise<void> {
    const all = await entries(files);
    let total = all.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes, usedAt } of all) {
      if (total <= config.maxBytes) return;
      if (path === kept || Date.now() - usedAt < config.keepMs) continue;
      await rm(path, { force: true });
      total -= bytes;
    }
  }

  return {
    path: async (identity, fetch) => {
      const path = join(files, createHash('sha256').update(identity).digest('hex'));
      if (await touch(path)) return path;
      let running = fetching.get(path);
      if (running === undefined) {
        running = fetch()
          .then((chunks) => writeFileWhole(path, drafts, chunks))
          .then(() => evict(path))
          .finally(() => fetching.delete(path));
        fetching.set(path, running);
      }
      await running;
      return path;
    },
  };
}
