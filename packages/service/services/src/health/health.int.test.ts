import { createDb } from '@assay/db';
import { createQueue } from '@assay/queue';
import { createStorage } from '@assay/storage';
import { createLog } from '@assay/telemetry';
import { createTestDatabase, freePort, startRedis, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { health } from './health.ts';

let env: TestDeps;
const workerId = '01890000-0000-7000-8000-000000000001';
const answers = async (): Promise<void> => undefined;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const beat = () =>
  env.deps.db.transaction({ orgId: null, userId: null }, (t) => t.workers.beat(workerId, env.deps.region));

beforeAll(async () => {
  env = await createTestDeps();
  await beat();
});
afterAll(() => env.close());

test('all parts answer', async () => {
  const report = await health(env.deps, { pingQueue: answers });
  expect(report.ok).toBe(true);
  expect(Object.keys(report.parts)).toEqual(['database', 'queue', 'storage', 'worker']);
});

test('a database that is away is named, and the worker cannot be known', async () => {
  const database = await createTestDatabase();
  const url = new URL(env.appUrl);
  url.pathname = `/${database.name}`;
  await database.drop();
  const db = createDb({ appUrl: url.href, systemUrl: url.href, poolSize: 1 });
  const report = await health({ ...env.deps, db }, { pingQueue: answers });
  await db.close();
  expect(report).toMatchObject({
    ok: false,
    parts: { database: { ok: false }, queue: { ok: true }, storage: { ok: true }, worker: { ok: false } },
  });
  expect(JSON.stringify(report)).not.toContain(database.name);
});

test('a queue that is away is named within its limit', async () => {
  const redis = await startRedis();
  const queue = await createQueue({
    region: 'health',
    log: silent,
    databaseUrl: env.queueUrl,
    redisUrl: redis.url,
  });
  expect((await health(env.deps, { pingQueue: () => queue.ping() })).ok).toBe(true);
  await redis.stop();
  const report = await health(env.deps, { pingQueue: () => queue.ping() });
  await queue.close({ graceMs: 0 }).catch(() => undefined);
  expect(report).toMatchObject({
    ok: false,
    parts: { database: { ok: true }, queue: { ok: false }, storage: { ok: true }, worker: { ok: true } },
  });
});

test('storage that is away is named', async () => {
  const port = await freePort();
  const folder = tempDirectory();
  const storage = createStorage({
    driver: 's3',
    bucket: 'none',
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    cache: { folder: folder.path, maxBytes: 1 },
  });
  const report = await health({ ...env.deps, storage }, { pingQueue: answers });
  folder.remove();
  expect(report).toMatchObject({ ok: false, parts: { storage: { ok: false }, database: { ok: true } } });
});

test('a worker that was not heard of is named', async () => {
  const owner = createDb({ appUrl: env.ownerUrl, systemUrl: env.ownerUrl, poolSize: 1 });
  await owner.identity.$executeRawUnsafe(
    `UPDATE worker_heartbeat SET seen_at = now() - interval '16 seconds'`,
  );
  await owner.close();
  const report = await health(env.deps, { pingQueue: answers });
  expect(report).toMatchObject({
    ok: false,
    parts: { worker: { ok: false, detail: 'No worker was heard of within 15 seconds.' } },
  });
  await beat();
  expect((await health(env.deps, { pingQueue: answers })).ok).toBe(true);
});

test('a part that is ill is one line in the log, and another when it is well', async () => {
  const lines: string[] = [];
  const log = createLog({
    name: 'test',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  const deps = { ...env.deps, log };
  const broken = () => Promise.reject(new Error('connect ECONNREFUSED'));
  for (const pingQueue of [broken, broken, broken, answers, answers]) await health(deps, { pingQueue });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', part: 'queue', reason: 'connect ECONNREFUSED' },
    { level: 'info', part: 'queue' },
  ]);
  expect(lines.join('')).not.toContain('health.int.test.ts');
});
