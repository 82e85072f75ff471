import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { eventually } from './eventually.ts';
import { startPostgres } from './postgres-server.ts';

/** How the global setup tells the test processes where the run's server is. */
export const SERVER_VARIABLE = 'ASSAY_TEST_POSTGRES_URL';

export type DatabaseTemplate = {
  /** What the prepared content depends on, such as a hash of all migrations: same hash, same template. */
  hash: string;
  /** Fills the template, given the superuser's connection to it; runs once per server and hash. */
  prepare: (url: string) => Promise<void>;
};

export type TestDatabase = { url: string; name: string; drop(): Promise<void> };

/** A session lock of the whole server, so that roles and templates are made by one process at a time. */
const TEMPLATE_LOCK = 7_205_101;

let own: Promise<string> | undefined;

/** The run's server: the one given, the one the global setup started, else one of this process. */
function serverUrl(given: string | undefined): Promise<string> {
  const url = given ?? process.env[SERVER_VARIABLE];
  if (url !== undefined) return Promise.resolve(url);
  own ??= startPostgres().then((server) => server.url);
  return own;
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function isReady(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
    name,
  ]);
  return rowCount === 1;
}

/** Marked as a template only when complete: what a failed preparation left is dropped and made anew. */
async function ensureTemplate(
  client: pg.Client,
  server: string,
  template: DatabaseTemplate,
): Promise<string> {
  const name = `template_${createHash('sha256').update(template.hash).digest('hex').slice(0, 24)}`;
  if (await isReady(client, name)) return name;
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (await isReady(client, name)) return name;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0`);
    await template.prepare(databaseUrl(server, name));
    await client.query(`alter database ${name} with allow_connections false is_template true`);
    // a pool that closes in the background would make the first clone fail
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/**
 * Makes a database of its own for a test, empty or cloned from a template, on the run's shared server (or on
 * `server`, a superuser's connection). `drop` removes it, ending whatever is still connected.
 */
export async function createTestDatabase(
  options: { template?: DatabaseTemplate; server?: string } = {},
): Promise<TestDatabase> {
  const server = await serverUrl(options.server);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withClient(server, async (client) => {
    const source =
      options.template === undefined ? 'template0' : await ensureTemplate(client, server, options.template);
    // two clones of one template may meet for a moment; the server then refuses one of them
    await eventually(() => client.query(`create database ${name} template ${source}`), { timeout: 30_000 });
  });
  return {
    name,
    url: databaseUrl(server, name),
    drop: () =>
      withClient(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
