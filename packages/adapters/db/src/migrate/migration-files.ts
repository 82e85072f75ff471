import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The schema, one file per area, sorted by name. */
export async function readSchemaFiles(prismaDir: string): Promise<{ path: string; content: string }[]> {
  const dir = path.join(prismaDir, 'schema');
  const names = (await readdir(dir)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(dir, name),
      content: await readFile(path.join(dir, name), 'utf8'),
    })),
  );
}

/** Migration folders in order of their names, which start with a timestamp. */
export async function readMigrations(prismaDir: string): Promise<{ name: string; sql: string }[]> {
  const dir = path.join(prismaDir, 'migrations');
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(path.join(dir, name, 'migration.sql'), 'utf8'),
    })),
  );
}
