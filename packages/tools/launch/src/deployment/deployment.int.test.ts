import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  eventually,
  freePort,
  onExit,
  type PostgresServer,
  type S3Server,
  startPostgres,
  startS3,
  type TempDirectory,
  tempDirectory,
} from '@assay/testkit';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb, generateClient } from '../build.ts';
import { root } from '../root.ts';
import { runNode } from '../run-node.ts';
import { composeText, readCompose, requiredVariables } from './compose-file.ts';

// What docker-compose.yml runs, run here without an engine: its own commands and health checks, with its own
// environment, against a real PostgreSQL, Redis and S3-compatible server; only hosts, ports and folders are mapped.

const PASSWORD = 'a-secret-of-this-test';
const text = composeText();
const programs: ChildProcess[] = [];
let folder: TempDirectory;
let postgres: PostgresServer;
let s3: S3Server;
let places: [from: string, to: string][] = [];

type Program = { command: readonly string[]; env: Record<string, string>; cwd: string };

let folders: [from: string, to: string][] = [];

/** A text of the file as it is here: hosts and programs wherever they stand, folders at its beginning. */
function here(value: string): string {
  const folder = folders.find(([from]) => value === from || value.startsWith(`${from}/`));
  if (folder !== undefined) return `${folder[1]}${value.slice(folder[0].length)}`;
  return places.reduce((all, [from, to]) => all.replaceAll(from, to), value);
}

function services() {
  const variables = Object.fromEntries(requiredVariables(text).map((name) => [name, PASSWORD]));
  return readCompose(text, {
    ...variables,
    ASSAY_SECRET: Buffer.alloc(32, 9).toString('base64'),
    ASSAY_BASE_URL: 'http://localhost:3000',
    // The one key that this server knows.
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    LOG_LEVEL: 'warn',
  }).services;
}

/** The programs of a service: what it runs, and what asks after its health. */
function programsOf(
  name: string,
  more: Record<string, string>,
  cwd: string,
): { main: Program; check: Program } {
  const service = services()[name];
  if (service === undefined) throw new Error(`There is no service ${name}.`);
  const environment = Object.fromEntries(
    Object.entries(service.environment).map(([key, value]) => [key, here(value)]),
  );
  const env = { PATH: process.env.PATH ?? '', ...environment, ...more };
  const [kind, ...test] = service.healthcheck?.test ?? [];
  const check = kind === 'CMD-SHELL' ? ['sh', '-c', ...test] : test;
  const main = [...(service.entrypoint ?? []), ...(service.command ?? [])];
  return {
    main: { command: main.map(here), env, cwd },
    check: { command: check.map(here), env, cwd },
  };
}

function start({ command, env, cwd }: Program): ChildProcess {
  const [file = '', ...args] = command;
  const child = spawn(file === 'node' ? process.execPath : file, args, {
    cwd,
    // Programs of the product need nothing else; Next's types ask for this one.
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  programs.push(child);
  onExit(() => child.kill('SIGKILL'));
  return child;
}

async function codeOf(program: Program): Promise<number | null> {
  const [code] = await once(start(program), 'exit');
  return code;
}

const healthy = (check: Program) =>
  eventually(async () => expect(await codeOf(check)).toBe(0), { timeout: 60_000 });

beforeAll(async () => {
  folder = tempDirectory();
  [postgres, s3] = await Promise.all([startPostgres(), startS3({ bucket: 'another' })]);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  // As the image does with POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB.
  await client.query(`CREATE ROLE assay_owner SUPERUSER LOGIN PASSWORD '${PASSWORD}'`);
  await client.query('CREATE DATABASE assay OWNER assay_owner');
  await client.end();
  const redisPort = await freePort();
  const data = path.join(folder.path, 'redis');
  mkdirSync(data);
  places = [
    ['@postgres:5432', `@127.0.0.1:${new URL(postgres.url).port}`],
    ['@redis:6379', `@127.0.0.1:${redisPort}`],
    ['http://objects:8333', s3.endpoint],
    // Valkey takes Redis's options, and Redis is what Debian has.
    ['valkey-server', 'redis-server'],
    ['valkey-cli', `redis-cli -p ${redisPort}`],
  ];
  folders = [
    ['/src', root],
    ['/data', data],
    ['/work', path.join(folder.path, 'work')],
  ];
  const redis = programsOf('redis', {}, folder.path);
  expect(await codeOf(redis.check)).not.toBe(0);
  start({
    ...redis.main,
    command: [...redis.main.command, '--port', String(redisPort), '--bind', '127.0.0.1'],
  });
  await healthy(redis.check);
  await generateClient();
}, 120_000);

afterAll(async () => {
  // The last first: what others need ends after them.
  for (const child of programs.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await Promise.all([postgres?.stop(), s3?.stop()]);
  folder?.remove();
}, 60_000);

test('migrate prepares database, roles and bucket, and a second time changes nothing', async () => {
  const { main } = programsOf('migrate', {}, root);
  expect(await codeOf(main)).toBe(0);
  expect(await codeOf(main)).toBe(0);
  const weak = { ...main, env: { ...main.env, DATABASE_APP_PASSWORD: 'short' } };
  expect(await codeOf(weak)).toBe(2);
}, 90_000);

test('worker and web run from their commands and answer their health checks', async () => {
  const work = path.join(folder.path, 'work');
  mkdirSync(work);
  const bundled = await runNode({ script: path.join(root, 'apps/worker/src/bundle.ts'), tsx: true });
  expect(bundled).toMatchObject({ code: 0 });
  await buildWeb(() => undefined);
  const web = programsOf('web', { PORT: String(await freePort()) }, path.join(root, 'apps/web'));
  const worker = programsOf(
    'worker',
    { WORKER_PORT: String(await freePort()) },
    path.join(root, 'apps/worker'),
  );
  expect([await codeOf(web.check), await codeOf(worker.check)]).toEqual([1, 1]);

  const running = start(worker.main);
  await healthy(worker.check);
  const serving = start(web.main);
  await healthy(web.check);
  const answer = await fetch(`http://127.0.0.1:${web.main.env.PORT}/api/health`);
  expect(await answer.json()).toMatchObject({
    ok: true,
    parts: {
      database: { ok: true },
      queue: { ok: true },
      storage: { ok: true },
      worker: { detail: '1 alive.' },
    },
  });

  for (const child of [running, serving]) {
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    expect([0, 143, null]).toContain(code ?? signal ?? null);
  }
  expect([await codeOf(web.check), await codeOf(worker.check)]).toEqual([1, 1]);
}, 300_000);
