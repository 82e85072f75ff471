import path from 'node:path';
import { ensureLogins, migrate } from '@assay/db';
import pg from 'pg';
import { startEmbeddedPostgres } from './postgres.ts';
import { root } from './root.ts';
import type { Secrets } from './secrets.ts';

const DATABASE = 'assay';

export type Database = {
  appUrl: string;
  systemUrl: string;
  queueUrl: string;
  /** The embedded server's process. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
};

/** The database of this installation, migrated: the embedded one, or the one that `DATABASE_URL` names. */
export async function openDatabase(
  home: string,
  secrets: Secrets,
  say: (line: string) => void,
): Promise<Database> {
  const external = process.env.DATABASE_URL;
  const embedded =
    external === undefined ? await startEmbeddedPostgres(home, secrets.databaseOwner, say) : null;
  const ownerUrl = embedded === null ? (external as string) : await ensureDatabase(embedded.url, DATABASE);
  await migrate(ownerUrl, path.join(root, 'prisma'));
  const urls = await ensureLogins(ownerUrl, {
    app: secrets.databaseApp,
    system: secrets.databaseSystem,
    queue: secrets.databaseQueue,
  });
  return { ...urls, pid: () => embedded?.pid(), stop: async () => embedded?.stop() };
}

async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  return databaseUrlOn(serverUrl, name);
}

/** The address of the product's database on a server. */
export function databaseUrlOn(serverUrl: string, name: string = DATABASE): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
