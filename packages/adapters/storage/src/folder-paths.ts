import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidKeyError, orFull, systemCode } from './storage-errors.ts';

async function isFolder(path: string): Promise<boolean> {
  try {
    const found = await lstat(path);
    // a link could lead out of the root
    if (!found.isDirectory()) throw new InvalidKeyError(`${path} is not a folder.`);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * The path of a key under `root`, each folder on the way checked not to be a link. With `make`, missing folders
 * are made; without, a missing one gives null.
 */
export async function pathUnder(root: string, key: string, make: boolean): Promise<string | null> {
  const segments = key.split('/');
  const name = segments.pop() ?? '';
  let path = root;
  for (const segment of segments) {
    path = join(path, segment);
    if (await isFolder(path)) continue;
    if (!make) return null;
    try {
      await mkdir(path, { mode: 0o700 });
    } catch (error) {
      // made by another writer in between
      if (systemCode(error) !== 'EEXIST') throw orFull(error);
    }
  }
  return join(path, name);
}
