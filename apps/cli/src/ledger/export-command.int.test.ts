import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ApiContext, handleLogExport } from '@assay/api';
import type { keyScopes } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { createTestDeps, type TestDeps, type UserActor } from '@assay/services/testing';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAssay } from '../run-assay.testing.ts';

const folder = tempDirectory();
const temp = tempDirectory();
let test: TestDeps;
let owner: UserActor;
let server: Server;
let url = '';
/** Breaks the connection after so many bytes; the whole answer without it. */
let breakAfter: number | null = null;

beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation('Exported')).owner;
  await test.project(owner, 'A project in the log');
  server = createServer((request, response) => {
    const key = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
    const context: ApiContext = {
      deps: test.deps,
      identity: null,
      presentedKey: key,
      orgSlug: null,
      requestId: test.deps.ids.next(),
      signal: new AbortController().signal,
      pingQueue: async () => undefined,
    };
    const answer = async () => {
      if (request.url?.startsWith('/api/log/export') !== true) {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Something else</p>');
        return;
      }
      const made = await handleLogExport(context);
      const text = Buffer.from(await made.arrayBuffer());
      response.writeHead(made.status, Object.fromEntries(made.headers));
      if (breakAfter !== null) {
        response.write(text.subarray(0, breakAfter), () => response.destroy());
        return;
      }
      await pipeline(Readable.from([text]), response);
    };
    void answer();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.close();
  await test.close();
  folder.remove();
  temp.remove();
});

const keyWith = async (scope: (typeof keyScopes)[number]): Promise<string> => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return (await createApiKey(test.deps, owner, { name: scope, scopes: [scope], expiresAt })).key;
};

function assay(args: string[], env: Record<string, string> = {}) {
  return startAssay(args, { cwd: folder.path, temp: temp.path, env }).ended;
}

it('fetches the log of the key’s organisation, which then verifies', async () => {
  const env = { ASSAY_API_KEY: await keyWith('log.export'), ASSAY_URL: url };
  const exported = await assay(['ledger', 'export', '--output', 'log.jsonl'], env);
  expect(exported).toMatchObject({ code: 0, out: 'log.jsonl\n' });
  writeFileSync(join(folder.path, 'ledger.key'), test.deps.signerFor(owner.orgId).verifierKey);
  const verified = await assay(['ledger', 'verify', 'log.jsonl', '--key', 'ledger.key']);
  expect([verified.code, verified.out]).toEqual([0, expect.stringMatching(/^VERIFIED: the log is complete/)]);
  const text = readFileSync(join(folder.path, 'log.jsonl'), 'utf8');
  writeFileSync(join(folder.path, 'log.jsonl'), text.replace('project.created', 'project.deleted'));
  expect((await assay(['ledger', 'verify', 'log.jsonl', '--key', 'ledger.key'])).code).toBe(1);
});

it('exits 2 with the server’s own words and leaves no file when it is refused', async () => {
  const cases: [string[], Record<string, string>, RegExp][] = [
    [['--url', url], { ASSAY_API_KEY: 'no-such-key' }, /refused: .+/],
    [['--url', url], { ASSAY_API_KEY: await keyWith('org.read') }, /refused: .*role/],
    [['--url', `${url}/elsewhere`], { ASSAY_API_KEY: 'x' }, /is not Assay/],
    [['--url', 'ftp://example.org'], { ASSAY_API_KEY: 'x' }, /is not the address of a server/],
    [['--url', 'http://127.0.0.1:1'], { ASSAY_API_KEY: 'x' }, /No Assay answers at/],
  ];
  for (const [flags, env, message] of cases) {
    const { code, out, err } = await assay(['ledger', 'export', '--output', 'refused.jsonl', ...flags], env);
    expect([flags, code, out]).toEqual([flags, 2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  }
  expect(readdirSync(folder.path).filter((name) => name.startsWith('refused'))).toEqual([]);
});

it('keeps nothing of an export whose connection broke', async () => {
  breakAfter = 500;
  const env = { ASSAY_API_KEY: await keyWith('log.export'), ASSAY_URL: url };
  const { code, err } = await assay(['ledger', 'export', '--output', 'broken.jsonl'], env);
  breakAfter = null;
  expect([code, err]).toEqual([2, expect.stringMatching(/^The connection to .* broke after \d+ bytes\./)]);
  expect(existsSync(join(folder.path, 'broken.jsonl'))).toBe(false);
  expect(readdirSync(folder.path).filter((name) => name.includes('.part'))).toEqual([]);
});
