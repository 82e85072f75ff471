import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@assay/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureLogins } from './logins.ts';
import { migrate } from './migrate/migrate.ts';
import { readMigrations } from './migrate/migration-files.ts';
import { fillEveryTable } from './testing/fill-every-table.ts';

const PRISMA_DIR = fileURLToPath(new URL('../../../../prisma', import.meta.url));
/** Roles belong to the whole server: every test of a run sets the same passwords. */
const PASSWORDS = { app: 'test-app', system: 'test-system', queue: 'test-queue' };

const a = randomUUID();
const b = randomUUID();
const userOfA = randomUUID();
let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let tables: string[];

beforeAll(async () => {
  const migrations = await readMigrations(PRISMA_DIR);
  database = await createTestDatabase({
    template: {
      hash: createHash('sha256')
        .update(`row-level-security ${JSON.stringify(migrations)}`)
        .digest('hex'),
      prepare: async (url) => void (await migrate(url, PRISMA_DIR)),
    },
  });
  const { appUrl } = await ensureLogins(database.url, PASSWORDS);
  owner = new pg.Client({ connectionString: database.url });
  app = new pg.Client({ connectionString: appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  await owner.query(`INSERT INTO organisation (id, name, slug) VALUES ($1, 'A', 'a'), ($2, 'B', 'b')`, [
    a,
    b,
  ]);
  await owner.query(`INSERT INTO member (id, org_id, user_id, roles) VALUES ($1, $2, $3, '{owner}')`, [
    randomUUID(),
    a,
    userOfA,
  ]);
  tables = await fillEveryTable(owner, b);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

/** Runs in a transaction with organisation A and its owner set, and takes everything back. */
async function asA(work: () => Promise<void>): Promise<void> {
  await app.query('BEGIN');
  try {
    await app.query(`SELECT set_config('assay.org_id', $1, true), set_config('assay.user_id', $2, true)`, [
      a,
      userOfA,
    ]);
    await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

async function count(client: pg.Client, sql: string, values: string[] = []): Promise<number> {
  const { rows } = await client.query<{ n: number }>(sql, values);
  return rows[0]?.n ?? -1;
}

const idOf = (table: string) => (table === 'organisation' ? 'id' : 'org_id');

describe('row-level security alone, without any repository', () => {
  it('is tried on every table with org_id, each with a row of B', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(20);
    for (const table of tables) {
      expect([
        table,
        await count(owner, `SELECT count(*)::int AS n FROM ${table} WHERE org_id = $1`, [b]),
      ]).toEqual([table, 1]);
    }
  });

  it('shows nothing of B while A is set, and nothing of either while none is', async () => {
    await asA(async () => {
      for (const table of [...tables, 'organisation']) {
        const foreign = `SELECT count(*)::int AS n FROM ${table} WHERE ${idOf(table)} <> $1`;
        expect([table, await count(app, foreign, [a])]).toEqual([table, 0]);
      }
      expect(await count(app, 'SELECT count(*)::int AS n FROM organisation')).toBe(1);
    });
    for (const table of [...tables, 'organisation']) {
      expect([table, await count(app, `SELECT count(*)::int AS n FROM ${table}`)]).toEqual([table, 0]);
    }
  });

  it('neither changes, deletes, adds nor moves a row of B', async () => {
    for (const table of [...tables, 'organisation']) {
      const id = idOf(table);
      for (const sql of [
        `UPDATE ${table} SET ${id} = ${id} WHERE ${id} = '${b}'`,
        `DELETE FROM ${table} WHERE ${id} = '${b}'`,
      ]) {
        await asA(async () => {
          const touched = await app.query(sql).then(
            (done) => done.rowCount,
            (error: Error) => (error.message.includes('permission denied') ? 0 : error.message),
          );
          expect([sql, touched]).toEqual([sql, 0]);
        });
      }
    }
    const refused = /row-level security/;
    await asA(async () => {
      await expect(
        app.query(`INSERT INTO member (id, org_id, user_id, roles) VALUES ($1, $2, $3, '{owner}')`, [
          randomUUID(),
          b,
          userOfA,
        ]),
      ).rejects.toThrow(refused);
    });
    await asA(async () => {
      await expect(app.query('UPDATE member SET org_id = $1', [b])).rejects.toThrow(refused);
    });
  });

  it('gives no door between tenants to the application, but the three whose argument is a secret and two for its own', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND p.prosecdef AND has_function_privilege('assay_app', p.oid, 'EXECUTE')
      ORDER BY 1`);
    expect(rows.map((row) => row.name)).toEqual([
      'erase_event_payload',
      'lookup_api_key',
      'lookup_guest_link',
      'lookup_invitation',
      'purge_organisation',
    ]);
  });
});
