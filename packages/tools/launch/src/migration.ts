import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readSchemaFiles, schemaDifference } from '@assay/db';
import { createTestDatabase } from '@assay/testkit';
import { LaunchError } from './fail.ts';
import { root } from './root.ts';

/** The schema as last committed. */
function committedSchema(): { path: string; content: string }[] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  return git('ls-tree', '-r', '--name-only', 'HEAD', 'prisma/schema')
    .split('\n')
    .filter((file) => file.endsWith('.prisma'))
    .map((file) => ({ path: path.join(root, file), content: git('show', `HEAD:${file}`) }));
}

/** Writes the migration from the committed schema to the one in the folder, for a person to read and complete. */
export async function writeMigration(args: string[]): Promise<number> {
  const name = args[0];
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    throw new LaunchError('Name the migration in lower case: node bin/assay.mjs migration add_colour');
  }
  const database = await createTestDatabase();
  try {
    const schema = await readSchemaFiles(path.join(root, 'prisma'));
    const sql = await schemaDifference(database.url, committedSchema(), schema);
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const file = path.join(root, 'prisma/migrations', `${stamp}_${name}`, 'migration.sql');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, sql);
    process.stdout.write(`${file}\n`);
    return 0;
  } finally {
    await database.drop();
  }
}
