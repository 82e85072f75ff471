import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureLogins } from '@assay/db';
import { type Database, databaseUrlOn, openDatabase } from './database.ts';
import { LaunchError } from './fail.ts';
import { isHeld, lockHome } from './lock.ts';
import { hasEmbeddedPostgres, survivingPostgres } from './postgres.ts';
import { assayHome } from './root.ts';
import { readSecrets } from './secrets.ts';
import { appEnvironment } from './start.ts';

/**
 * Lends an installation's database to the command line, which runs as a process of its own: writes one line of JSON
 * with the environment that it needs, and keeps the database until standard input ends. A database that runs
 * already is left running.
 */
export async function lendDatabase(args: string[]): Promise<number> {
  const home = args[0] ?? assayHome();
  if (!existsSync(path.join(home, 'secrets.json'))) {
    throw new LaunchError(
      `There is no installation of Assay in ${home}: name the folder with --home, or set ASSAY_HOME.`,
    );
  }
  const database = await borrow(home);
  try {
    const secrets = await readSecrets(home);
    const lent = appEnvironment(home, secrets, database, 'http://localhost:3000');
    process.stdout.write(`${JSON.stringify(lent)}\n`);
    for await (const _ of process.stdin);
    return 0;
  } finally {
    await database.stop();
  }
}

async function borrow(home: string): Promise<Database> {
  const secrets = await readSecrets(home);
  const external = process.env.DATABASE_URL !== undefined;
  if (!external && !hasEmbeddedPostgres(home)) {
    throw new LaunchError(
      `The installation in ${home} has no database of its own: set DATABASE_URL to the one that it uses.`,
    );
  }
  const runs = external ? null : await survivingPostgres(home, secrets.databaseOwner);
  if (runs !== null) {
    const passwords = {
      app: secrets.databaseApp,
      system: secrets.databaseSystem,
      queue: secrets.databaseQueue,
    };
    const urls = await ensureLogins(databaseUrlOn(runs), passwords);
    return { ...urls, pid: () => undefined, stop: async () => undefined };
  }
  if (isHeld(home))
    throw new LaunchError(`Assay is just starting or ending in ${home}: try again in a minute.`);
  const release = lockHome(home);
  try {
    const opened = await openDatabase(home, secrets, () => undefined);
    return {
      ...opened,
      stop: async () => {
        await opened.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
