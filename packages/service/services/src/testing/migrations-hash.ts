import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a prepared test database depends on: the text of all migrations. */
export async function migrationsHash(prismaDir: string): Promise<string> {
  const folder = join(prismaDir, 'migrations');
  const hash = createHash('sha256');
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries
    .filter((each) => each.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\n`).update(await readFile(join(folder, name, 'migration.sql')));
  }
  return hash.digest('hex');
}
