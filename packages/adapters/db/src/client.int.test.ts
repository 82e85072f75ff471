import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@assay/testkit';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, type Db } from './client.ts';
import { ensureLogins } from './logins.ts';
import { migrate } from './migrate/migrate.ts';
import { readMigrations } from './migrate/migration-files.ts';

const PRISMA_DIR = fileURLToPath(new URL('../../../../prisma', import.meta.url));
const PASSWORDS = { app: 'test-app', system: 'test-system', queue: 'test-queue' };

const orgId = randomUUID();
const userId = randomUUID();
const scope = { orgId, userId };
let database: TestDatabase;
let owner: pg.Client;
let db: Db;

beforeAll(async () => {
  const migrations = await readMigrations(PRISMA_DIR);
  database = await createTestDatabase({
    template: {
      hash: createHash('sha256')
        .update(`client ${JSON.stringify(migrations)}`)
        .digest('hex'),
      prepare: async (url) => void (await migrate(url, PRISMA_DIR)),
    },
  });
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`INSERT INTO organisation (id, name, slug) VALUES ($1, 'A', 'a')`, [orgId]);
  // One connection, so that one that is not given back is missed.
  db = createDb({ ...(await ensureLogins(database.url, PASSWORDS)), poolSize: 1 });
});
afterAll(async () => {
  await db.close();
  await owner.end();
  await database.drop();
});

const newProject = (name: string) => ({
  id: randomUUID(),
  name,
  description: '',
  stakes: 'standard',
  createdBy: userId,
});

const newEvent = (id = randomUUID()) => ({
  id,
  actorId: userId,
  actorKind: 'user' as const,
  action: 'project.created',
  objectType: 'project',
  objectId: randomUUID(),
  projectId: null,
  at: new Date(),
  payload: '{}',
  salt: new Uint8Array(32),
  commitment: new Uint8Array(32),
  alsoTouched: [],
});

async function stored(table: 'project' | 'audit_event', id: string): Promise<boolean> {
  const { rowCount } = await owner.query(`SELECT 1 FROM ${table} WHERE id = $1`, [id]);
  return rowCount === 1;
}

describe('a transaction of the application', () => {
  it('is one, whether its statements are prepared ones or of Prisma', async () => {
    const [project, event] = [newProject('Both'), newEvent()];
    const seen = await db.transaction(scope, async (t) => {
      expect(await t.projects.get(project.id)).toBeNull();
      await t.projects.create(project);
      await t.events.append(event);
      expect(await t.projects.update(project.id, 1, { name: 'Renamed' })).toBe(true);
      const names = await t.projects.names([project.id]);
      // Nobody else sees it yet.
      expect(await stored('project', project.id)).toBe(false);
      return names.get(project.id);
    });
    expect(seen).toBe('Renamed');
    expect(await stored('project', project.id)).toBe(true);
    expect(await stored('audit_event', event.id)).toBe(true);
  });

  it('takes everything back when the work throws', async () => {
    const [project, event] = [newProject('Neither'), newEvent()];
    const broken = db.transaction(scope, async (t) => {
      await t.projects.create(project);
      await t.events.append(event);
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await stored('project', project.id)).toBe(false);
    expect(await stored('audit_event', event.id)).toBe(false);
  });

  it('fails with a statement that nobody waited for', async () => {
    const [project, event] = [newProject('Twice recorded'), newEvent()];
    const broken = db.transaction(scope, async (t) => {
      await t.projects.create(project);
      await t.events.append(event);
      await t.events.append(event);
    });
    await expect(broken).rejects.toThrow(/duplicate key/);
    expect(await stored('project', project.id)).toBe(false);
  });

  it('names what failed first, not what that made fail', async () => {
    const event = newEvent();
    const broken = db.transaction(scope, async (t) => {
      await t.events.append(event);
      await t.events.append(event);
      await t.projects.get(randomUUID());
    });
    await expect(broken).rejects.toThrow(/duplicate key/);
  });

  it.each(['prepared', 'of Prisma'])('is not committed when a failure was overlooked: %s', async (kind) => {
    const project = newProject('Overlooked');
    const broken = db.transaction(scope, async (t) => {
      await t.projects.create(project);
      const failing: Promise<unknown> =
        kind === 'prepared' ? t.projects.get('no id') : t.projects.create(project);
      await failing.catch(() => undefined);
    });
    await expect(broken).rejects.toThrow('The transaction was taken back.');
    expect(await stored('project', project.id)).toBe(false);
  });

  it('carries its own scope, whoever had the connection before', async () => {
    const project = newProject('Mine');
    await db.transaction(scope, (t) => t.projects.create(project));
    const other = await db.transaction({ orgId: randomUUID(), userId }, (t) => t.projects.get(project.id));
    expect(other).toBeNull();
    await expect(db.transaction({ orgId: "x'; --", userId }, async () => undefined)).rejects.toThrow(
      TypeError,
    );
    await expect(
      db.transaction({ orgId: randomUUID(), userId }, async (t) => {
        await t.events.append({ ...newEvent(), objectId: 'no id' });
      }),
    ).rejects.toThrow();
  });

  it('gives its connection back after a failure, and goes on after the server has closed it', async () => {
    await expect(
      db.transaction(scope, async (t) => {
        await t.projects.names([randomUUID()]);
        await owner.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'assay_app' AND datname = current_database()`,
        );
        await t.projects.get(randomUUID());
      }),
    ).rejects.toThrow();
    expect(await db.transaction(scope, (t) => t.projects.get(randomUUID()))).toBeNull();
  });
});
