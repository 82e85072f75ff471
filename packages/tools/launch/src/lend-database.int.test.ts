import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createDeps, createOrganisation, createProject, readEnv } from '@assay/services';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { lockHome } from './lock.ts';
import { survivingPostgres } from './postgres.ts';
import { root } from './root.ts';
import { tsxLoader } from './run-node.ts';
import { readSecrets } from './secrets.ts';
import { appEnvironment } from './start.ts';

const folder = tempDirectory();
const home = path.join(folder.path, 'home');
let key = '';
let first = '';

/** With the database of the installation open, as web and worker have it. */
async function running<T>(use: (deps: ReturnType<typeof createDeps>['deps']) => Promise<T>): Promise<T> {
  const secrets = await readSecrets(home);
  const release = lockHome(home);
  const database = await openDatabase(home, secrets, () => undefined);
  const env = { ...appEnvironment(home, secrets, database, 'http://localhost'), LOG_LEVEL: 'silent' };
  const app = createDeps(readEnv(env), 'worker', { poolSize: 2 });
  try {
    return await use(app.deps);
  } finally {
    await app.close();
    await database.stop();
    release();
  }
}

async function newOrganisation(deps: ReturnType<typeof createDeps>['deps'], name: string) {
  const userId = deps.ids.next();
  await deps.db.identity.user.create({ data: { id: userId, name, email: `${userId}@example.com` } });
  const { id: orgId, slug } = await createOrganisation(deps, userId, { name });
  const actor = { kind: 'user', userId, orgId, orgRoles: ['owner'] } as const;
  await createProject(deps, actor, { name: `A project of ${name}`, description: '', stakes: 'standard' });
  return { orgId, slug };
}

async function assay(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    ['--import', tsxLoader, path.join(root, 'apps/cli/src/main.ts'), ...args],
    {
      cwd: folder.path,
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ASSAY_ROOT: root,
        TMPDIR: folder.path,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

const isUp = async () => (await survivingPostgres(home, (await readSecrets(home)).databaseOwner)) !== null;
const left = () => readdirSync(folder.path).filter((name) => name.includes('refused'));

beforeAll(async () => {
  mkdirSync(home, { mode: 0o711 });
  await running(async (deps) => {
    const made = await newOrganisation(deps, 'First');
    first = made.slug;
    key = deps.signerFor(made.orgId).verifierKey;
  });
});
afterAll(() => folder.remove());

it('exports the log of an installation that does not run, and leaves it so', async () => {
  const exported = await assay('ledger', 'export', '--home', home, '--output', 'stopped.jsonl');
  expect(exported).toEqual({ code: 0, out: 'stopped.jsonl\n', err: '' });
  expect(await isUp()).toBe(false);
  const verified = await assay('ledger', 'verify', 'stopped.jsonl', '--key', key);
  expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/^VERIFIED: the log is complete/)]);
}, 120_000);

it('exports beside a running one, which goes on, and asks which organisation', async () => {
  await running(async (deps) => {
    const second = (await newOrganisation(deps, 'Second')).slug;
    const refused = await assay('ledger', 'export', '--home', home, '--output', 'refused.jsonl');
    expect([refused.code, refused.err]).toEqual([
      2,
      `There are several organisations: ${first}, ${second}.\n`,
    ]);
    const unknown = await assay(
      'ledger',
      'export',
      '--home',
      home,
      '--org',
      'third',
      '--output',
      'refused.jsonl',
    );
    expect([unknown.code, unknown.err]).toEqual([2, `There is no such organisation: ${first}, ${second}.\n`]);
    expect(left()).toEqual([]);
    const exported = await assay(
      'ledger',
      'export',
      '--home',
      home,
      '--org',
      first,
      '--output',
      'first.jsonl',
    );
    expect(exported).toMatchObject({ code: 0, err: '' });
    await deps.db.ping();
  });
  expect((await assay('ledger', 'verify', 'first.jsonl', '--key', key)).code).toBe(0);
}, 120_000);

it('says in one sentence what is not an installation, and makes none', async () => {
  const empty = path.join(folder.path, 'empty');
  const cases: [string[], RegExp][] = [
    [['--home', empty], /^There is no installation of Assay in .*empty: name the folder with --home/],
    [['--home', empty, '--url', 'http://127.0.0.1:1'], /^Name either the installation/],
  ];
  for (const [flags, message] of cases) {
    const { code, out, err } = await assay('ledger', 'export', '--output', 'refused.jsonl', ...flags);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)]);
    expect(err.trimEnd()).not.toContain('\n');
  }
  expect(left()).toEqual([]);
  expect(readdirSync(folder.path)).not.toContain('empty');
}, 60_000);
