import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ApiContext, handleExportFile, handleRest } from '@assay/api';
import type { keyScopes } from '@assay/contracts';
import { commitDatasetVersion, createApiKey } from '@assay/services';
import {
  addBatch,
  addLabelSchema,
  addRowsRun,
  answerBatch,
  answerOf,
  createTestDeps,
  runHere,
  type TestDeps,
  type UserActor,
} from '@assay/services/testing';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAssay } from '../run-assay.testing.ts';

const folder = tempDirectory();
const temp = tempDirectory();
let test: TestDeps;
let owner: UserActor;
let projectId: string;
let versionId: string;
let server: Server;
let url = '';
let key = '';
/** Jobs that were ordered and not run yet: a worker of the test runs them when somebody asks how far they are. */
const ordered: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation('Exporting')).owner;
  projectId = await test.project(owner, 'Amounts');
  const runId = await addRowsRun(test, owner, {
    projectId,
    csv: `id,amount,note\n${Array.from({ length: 30 }, (_, i) => `${i},${i % 4 === 0 ? '' : i * 1.5},=n${i}`).join('\n')}\n`,
  });
  const labelSchemaVersionId = await addLabelSchema(test, owner, projectId);
  const batchId = await addBatch(test, owner, { projectId, runId, labelSchemaVersionId });
  await answerBatch(test, owner, { projectId, batchId }, ({ item }) => answerOf(item % 2 === 0));
  const made = await commitDatasetVersion(test.deps, owner, {
    projectId,
    runIds: [runId],
    scope: 'all',
    method: 'majority',
    message: 'A version',
    branch: 'main',
    parentId: null,
  });
  await runHere(test.deps, owner, made.jobId);
  versionId = made.versionId;
  server = createServer((request, response) => {
    void (async () => {
      asked.push(`${request.method} ${request.url}`);
      const context: ApiContext = {
        deps: test.deps,
        identity: null,
        presentedKey: request.headers.authorization?.replace(/^Bearer /, '') ?? null,
        orgSlug: null,
        requestId: test.deps.ids.next(),
        signal: new AbortController().signal,
        pingQueue: async () => undefined,
      };
      for (const jobId of ordered.splice(0)) await runHere(test.deps, owner, jobId);
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part);
      const path = request.url ?? '/';
      const [, exportId = '', kind = ''] = /^\/api\/exports\/([^/]+)\/([^/?]+)/.exec(path) ?? [];
      const answer =
        exportId === ''
          ? await handleRest(
              new Request(`http://127.0.0.1${path}`, {
                method: request.method ?? 'GET',
                headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
                ...(parts.length === 0 ? {} : { body: Buffer.concat(parts).toString() }),
              }),
              context,
            )
          : await handleExportFile(context, exportId, kind);
      const text = Buffer.from(await answer.arrayBuffer());
      const { jobId } = exportId === '' && request.method === 'POST' ? JSON.parse(text.toString()) : {};
      if (typeof jobId === 'string') ordered.push(jobId);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      await pipeline(Readable.from([text]), response);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
  key = await keyWith('version.read', 'export.start', 'export.download');
}, 240_000);
afterAll(async () => {
  server.close();
  await test.close();
  folder.remove();
  temp.remove();
});

const keyWith = async (...scopes: (typeof keyScopes)[number][]): Promise<string> => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return (await createApiKey(test.deps, owner, { name: scopes.join(), scopes, expiresAt })).key;
};
const assay = (args: string[], own = key) =>
  startAssay(args, {
    cwd: folder.path,
    temp: temp.path,
    env: { ASSAY_API_KEY: own, ASSAY_URL: url },
  }).ended;
const at = (...parts: string[]) => join(folder.path, ...parts);

it.each(['jsonl', 'csv', 'parquet'])(
  'brings a version as %s, which then checks without the server',
  async (format) => {
    const done = await assay(['export', '--version', versionId, '--output', format, '--format', format]);
    expect(done).toMatchObject({ code: 0 });
    const names = done.out.trim().split('\n');
    expect(names).toHaveLength(6);
    expect(names[0]).toMatch(new RegExp(`^${format}/amounts-v1\\.${format}$`));
    // The whole of it is told by each of its files; in one format that is enough to see.
    for (const name of names.slice(0, format === 'csv' ? 4 : 1)) {
      const checked = await assay(['inspect', name], '');
      expect([name, checked.code, checked.err.includes('cannot be read')]).toEqual([name, 0, false]);
      expect(checked.out).toContain('Amounts, version 1: 30 records');
      expect(checked.out).toContain('not released');
      expect(checked.out.match(/^agrees {7}(samples|labels|annotations|documents|root) /gm)).toHaveLength(5);
    }
    if (format !== 'jsonl') return;
    // A changed value is found by hash and by root, whatever the file is called.
    const text = readFileSync(at(format, 'amounts-v1.jsonl'), 'utf8');
    writeFileSync(at(format, 'amounts-v1.jsonl'), text.replace('"amount":1.5', '"amount":1.6'));
    const changed = await assay(['inspect', 'jsonl/amounts-v1.jsonl', '--json'], '');
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.out)).toMatchObject({
      agrees: false,
      files: [{ kind: 'data', state: 'differs' }, { state: 'agrees' }, { state: 'agrees' }],
    });
    const { roots } = JSON.parse(changed.out) as {
      roots: { part: string; told: string; computed: string }[];
    };
    expect(roots.filter((root) => root.told !== root.computed).map((root) => root.part)).toEqual([
      'samples',
      'root',
    ]);
    // Without its manifest a JSON Lines file still gives its roots.
    for (const name of readdirSync(at('jsonl'))) if (!name.endsWith('v1.jsonl')) rmSync(at('jsonl', name));
    const alone = await assay(['inspect', 'jsonl/amounts-v1.jsonl'], '');
    expect([alone.code, alone.out]).toEqual([
      0,
      expect.stringMatching(/no manifest lies beside it[\s\S]*computed +samples/),
    ]);
  },
  120_000,
);

it('pulls what a branch points at, and fetches nothing that lies there already', async () => {
  const first = await assay(['pull', '--project', projectId, '--output', 'pulled', '--format', 'csv']);
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('main points at version 1') });
  const before = asked.length;
  const times = readdirSync(at('pulled')).map((name) => statSync(at('pulled', name)).mtimeMs);
  const again = await assay(['pull', '--project', projectId, '--output', 'pulled', '--format', 'csv']);
  expect([again.code, again.out]).toEqual([0, first.out]);
  expect(asked.slice(before).filter((each) => !each.startsWith('GET /api/v1/'))).toEqual([]);
  expect(readdirSync(at('pulled')).map((name) => statSync(at('pulled', name)).mtimeMs)).toEqual(times);
}, 60_000);

it('says in one sentence what is wrong', async () => {
  writeFileSync(at('other.txt'), 'nothing');
  const cases: [string[], string, RegExp][] = [
    [['export', '--output', 'x'], key, /one of --version and --release/],
    [['export', '--version', versionId, '--output', 'x', '--format', 'xml'], key, /not "xml"/],
    [['export', '--version', projectId, '--output', 'x'], key, /refused: .*not exist|refused: There is no/],
    [['export', '--version', versionId, '--output', 'x'], '', /An API key is needed/],
    [
      ['pull', '--project', projectId, '--ref', 'next', '--output', 'x'],
      key,
      /no branch or tag "next".*main/,
    ],
    [['inspect', 'missing.jsonl'], '', /no such file/],
    [['inspect', 'other.txt'], '', /No manifest of an export/],
  ];
  for (const [args, own, message] of cases) {
    const { code, err } = await assay(args, own);
    expect([args, code, err]).toEqual([args, 2, expect.stringMatching(message)]);
  }
}, 60_000);
