import path from 'node:path';
import {
  eventually,
  freePort,
  type PostgresServer,
  type RedisServer,
  type S3Server,
  startPostgres,
  startRedis,
  startS3,
  tempDirectory,
} from '@assay/testkit';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { generateClient } from '../build.ts';
import { type Child, keepRunning } from '../children.ts';
import { openDatabase } from '../database.ts';
import { root } from '../root.ts';
import { readSecrets } from '../secrets.ts';
import { appEnvironment } from '../start.ts';

const folder = tempDirectory();
let postgres: PostgresServer;
let redis: RedisServer;
let s3: S3Server;
let worker: Child | null = null;

beforeAll(async () => {
  [postgres, redis, s3] = await Promise.all([startPostgres(), startRedis(), startS3()]);
  await generateClient();
}, 120_000);
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await worker?.stop();
  await Promise.all([postgres?.stop(), redis?.stop(), s3?.stop()]);
  folder.remove();
}, 60_000);

/** Asks the server itself, behind everything of ours. */
async function countFrom(query: string): Promise<number> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return Number((await client.query<{ n: string }>(query)).rows[0]?.n);
  } finally {
    await client.end();
  }
}

test('npm start runs on an outside database, queue and storage when the environment names them', async () => {
  const port = String(await freePort());
  for (const [name, value] of Object.entries({
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    S3_ENDPOINT: s3.endpoint,
    S3_BUCKET: s3.bucket,
    S3_REGION: s3.region,
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    SMTP_URL: 'smtp://127.0.0.1:2525',
    WORKER_PORT: port,
    LOG_LEVEL: 'error',
  })) {
    vi.stubEnv(name, value);
  }
  const secrets = await readSecrets(folder.path);
  const database = await openDatabase(folder.path, secrets, () => undefined);
  // No server of its own.
  expect(database.pid()).toBeUndefined();
  worker = keepRunning({
    name: 'The worker',
    script: path.join(root, 'apps/worker/src/main.ts'),
    cwd: path.join(root, 'apps/worker'),
    tsx: true,
    env: appEnvironment(folder.path, secrets, database, 'http://localhost:3000'),
    say: () => undefined,
  });
  await eventually(
    async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/health`);
      expect(await answer.json()).toMatchObject({
        ok: true,
        parts: { database: { ok: true }, queue: { ok: true }, storage: { ok: true }, worker: { ok: true } },
      });
    },
    { timeout: 60_000 },
  );
  // It is this server that the worker beats in, and the queue is not in it.
  expect(await countFrom('SELECT count(*) AS n FROM worker_heartbeat')).toBe(1);
  expect(await countFrom("SELECT count(*) AS n FROM pg_tables WHERE schemaname = 'bullmq'")).toBe(0);
}, 120_000);
