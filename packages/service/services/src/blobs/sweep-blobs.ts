import type { Deps } from '../frame/deps.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;

export type Swept = {
  /** Files that nothing needed any more. */
  unreferenced: number;
  /** Files that no transaction ever came to need. */
  stray: number;
};

/**
 * Removes files that nothing needs: first forgets the row, which fails if something has come to need it, then
 * deletes the file. A process that dies in between leaves a stray file, which a later sweep finds. Storage must
 * belong to this database alone: files of another would look stray.
 */
export async function sweepBlobs(deps: Deps, olderThanMs: number = DAY_MS): Promise<Swept> {
  return {
    unreferenced: await sweepUnreferenced(deps, olderThanMs),
    stray: await sweepStray(deps, olderThanMs),
  };
}

async function sweepUnreferenced(deps: Deps, olderThanMs: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const found = await deps.db.system.unreferencedBlobs(olderThanMs, BATCH);
    let forgotten = 0;
    for (const { key } of found) {
      if (!(await deps.db.system.forgetBlob(key))) continue;
      forgotten += 1;
      await deps.storage.delete(key);
    }
    removed += forgotten;
    // Only what was forgotten can make room for others in the next batch.
    if (found.length < BATCH || forgotten === 0) return removed;
  }
}

async function sweepStray(deps: Deps, olderThanMs: number): Promise<number> {
  let removed = 0;
  let cursor: string | null = null;
  do {
    const page = await deps.storage.list(`${deps.region}/`, cursor === null ? {} : { cursor });
    const before = deps.clock.now().getTime() - olderThanMs;
    const old = page.blobs.filter((blob) => blob.modifiedAt.getTime() <= before).map((blob) => blob.key);
    if (old.length > 0) {
      const known = await deps.db.system.knownBlobs(old);
      for (const key of old) {
        if (known.has(key)) continue;
        await deps.storage.delete(key);
        removed += 1;
      }
    }
    cursor = page.cursor;
  } while (cursor !== null);
  return removed;
}
