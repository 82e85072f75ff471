import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDb, type Db, ensureLogins, migrate } from '@assay/db';
import { createTestDatabase, eventually, freePort, type TestDatabase, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const PRISMA_DIR = fileURLToPath(new URL('../../../prisma', import.meta.url));

let database: TestDatabase;
let urls: Awaited<ReturnType<typeof ensureLogins>>;
let db: Db;
const home = tempDirectory();
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, PRISMA_DIR);
  // Roles belong to the server that all tests share: the same passwords as everywhere.
  urls = await ensureLogins(database.url, { app: 'test-app', system: 'test-system', queue: 'test-queue' });
  db = createDb({ appUrl: urls.appUrl, systemUrl: urls.systemUrl, poolSize: 2 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
  home.remove();
});

function start(variables: Record<string, string>): { worker: ChildProcess; said: () => string } {
  let text = '';
  const worker = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...variables },
  });
  worker.stdout?.on('data', (data) => {
    text += String(data);
  });
  worker.stderr?.on('data', (data) => {
    text += String(data);
  });
  return { worker, said: () => text };
}

const alive = () => db.transaction({ orgId: null, userId: null }, (t) => t.workers.alive(15));

test('a worker says that it is well, counts what it does, and ends cleanly when asked to', async () => {
  const port = await freePort();
  const { worker, said } = start({
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_SYSTEM_URL: urls.systemUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    ASSAY_HOME: join(home.path, 'home'),
    ASSAY_SECRET: Buffer.alloc(32, 7).toString('base64'),
    WORKER_PORT: String(port),
  });
  const address = `http://127.0.0.1:${port}`;
  await eventually(
    async () => {
      const answer = await fetch(`${address}/health`);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ ok: true, parts: { worker: { detail: '1 alive.' } } });
    },
    { timeout: 40_000 },
  );
  const metrics = await (await fetch(`${address}/metrics`)).text();
  for (const loop of [
    'outbox',
    'sequencer',
    'checkpoints',
    'revive',
    'heartbeat',
    'sweep-rows',
    'sweep-files',
  ]) {
    expect(metrics).toContain(`assay_loop_seconds_count{loop="${loop}",outcome="ok"}`);
  }
  expect((await fetch(`${address}/elsewhere`)).status).toBe(404);
  worker.kill('SIGTERM');
  const [code] = await once(worker, 'exit');
  expect([code, said()]).toEqual([0, expect.not.stringContaining('"level":"error"')]);
  expect(await alive()).toBe(0);
});

test('a worker without its environment says what is missing, and nothing else', async () => {
  const { worker, said } = start({});
  const [code] = await once(worker, 'exit');
  expect(code).toBe(2);
  expect(said()).toContain('DATABASE_APP_URL is not set');
  expect(said()).not.toContain('    at ');
});
