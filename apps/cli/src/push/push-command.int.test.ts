import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type ApiContext, handleRest, handleUpload } from '@assay/api';
import type { keyScopes } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import {
  addLabelSchema,
  addRowsRun,
  createTestDeps,
  prepareSource,
  runHere,
  type TestDeps,
  type UserActor,
} from '@assay/services/testing';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../run-command.ts';

const folder = tempDirectory();
let test: TestDeps;
let owner: UserActor;
let projectId: string;
let runId: string;
let labelSchemaId: string;
let server: Server;
let url = '';
/** Jobs that were ordered and not run yet: they run when somebody asks how far they are. */
const ordered: string[] = [];
const asked: string[] = [];
/** The next part of an upload is cut off here, before it arrives. */
let cutNext = false;

beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation('Pushing')).owner;
  projectId = await test.project(owner, 'Pushed');
  const csv = `id,amount\n${Array.from({ length: 20 }, (_, i) => `n${i},${i}`).join('\n')}\n`;
  runId = await addRowsRun(test, owner, { projectId, csv });
  const versionId = await addLabelSchema(test, owner, projectId);
  labelSchemaId = await labelSchemaOf(versionId);
  server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '/';
      asked.push(`${request.method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}`);
      if (request.method === 'PATCH' && cutNext) {
        cutNext = false;
        request.socket.destroy();
        return;
      }
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
      const body = Buffer.concat(parts);
      const sent = new Request(`http://127.0.0.1${path}`, {
        method: request.method ?? 'GET',
        headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
          name === 'content-type' || name.startsWith('upload-') ? [[name, String(value)]] : [],
        ),
        ...(body.length === 0 ? {} : { body }),
      });
      const [, uploadId] = /^\/api\/uploads\/([^/?]+)/.exec(path) ?? [];
      const answer =
        uploadId === undefined
          ? await handleRest(sent, context)
          : await handleUpload(sent, context, uploadId);
      const text = Buffer.from(await answer.arrayBuffer());
      const made: unknown =
        uploadId === undefined && request.method === 'POST' ? JSON.parse(text.toString()) : {};
      if (typeof made === 'object' && made !== null && 'jobId' in made) ordered.push(String(made.jobId));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(text);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
}, 240_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await test.close();
  folder.remove();
});

async function labelSchemaOf(versionId: string): Promise<string> {
  return test.deps.db.transaction({ orgId: owner.orgId, userId: owner.userId }, async (t) => {
    const version = await t.labelSchemas.version(versionId);
    return version?.labelSchemaId ?? '';
  });
}

const keyWith = async (...scopes: (typeof keyScopes)[number][]): Promise<string> => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  return (await createApiKey(test.deps, owner, { name: scopes.join(), scopes, expiresAt })).key;
};

async function push(key: string, ...args: string[]) {
  const said = { out: '', err: '' };
  const code = await runCommandLine(['push', ...args], {
    streams: {
      stdout: { write: (text: string) => (said.out += text) },
      stderr: { write: (text: string) => (said.err += text) },
    },
    signal: new AbortController().signal,
    env: { ASSAY_API_KEY: key, ASSAY_URL: url },
  });
  return { code, ...said };
}

function file(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

it('brings labels, goes on where the connection broke, and takes a file once', async () => {
  const key = await keyWith('source.create', 'label.import', 'labelSchema.read');
  const path = file(
    'labels.csv',
    `id,is it so?\n${Array.from({ length: 12 }, (_, i) => `n${i},${i % 2 ? 'yes' : 'no'}`).join('\n')}\nn99,yes\n`,
  );
  const of = [
    path,
    '--project',
    projectId,
    '--as',
    'labels',
    '--run',
    runId,
    '--label-schema',
    labelSchemaId,
  ];
  const mapping = file(
    'mapping.json',
    JSON.stringify({
      row: { by: 'identifier', columns: [{ column: 'id', of: 'id' }] },
      answers: [{ questionId: '00000000-0000-4000-8000-000000000001', column: 'is it so?' }],
    }),
  );
  cutNext = true;
  const checked = await push(key, ...of, '--by', 'A reader', '--mapping', mapping, '--check', '--json');
  expect(checked.err).toContain('The connection broke; trying again');
  expect(asked).toContain('HEAD /api/uploads/…');
  expect({ code: checked.code, ...JSON.parse(checked.out) }).toMatchObject({
    code: 0,
    type: 'assay.push',
    kind: 'label-import',
    status: 'REVIEW',
    records: 13,
    taken: 0,
    problems: [{ code: 'no-row', count: 1 }],
  });
  const taken = await push(key, ...of, '--by', 'A reader', '--mapping', mapping);
  expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('took 12 of 13 records')]);
  const again = await push(key, ...of, '--by', 'A reader', '--mapping', mapping);
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('taken before');
}, 60_000);

it('brings a table as a source, and as its next version', async () => {
  const key = await keyWith('source.create', 'source.read');
  const path = file('table.csv', `a,b\n${Array.from({ length: 30 }, (_, i) => `${i},x${i}`).join('\n')}\n`);
  const first = await push(key, path, '--project', projectId, '--as', 'source', '--commit', '--json');
  expect([first.code, first.err]).toEqual([0, expect.stringContaining('Importing it')]);
  expect(JSON.parse(first.out)).toMatchObject({ kind: 'source-version', status: 'READY', rows: 30 });
  const { id, sourceId } = JSON.parse(first.out);
  const next = await push(
    key,
    path,
    '--project',
    projectId,
    '--as',
    'source',
    '--source',
    sourceId,
    '--json',
  );
  expect([next.code, next.err]).toEqual([0, expect.stringContaining('Reading the table')]);
  // A person looks at its columns first, unless told otherwise.
  expect(JSON.parse(next.out)).toMatchObject({ sourceId, status: 'REVIEW', rows: 30 });
  expect(JSON.parse(next.out).id).not.toBe(id);
}, 60_000);

it('brings rows that were made elsewhere as a run', async () => {
  const csv = `n,side\n${Array.from({ length: 60 }, (_, i) => `${i},${i % 2 === 0 ? 'left' : 'right'}`).join('\n')}\n`;
  const { sourceId } = await prepareSource(test, owner, { projectId, csv });
  const of = ['--project', projectId, '--as', 'run', '--source', sourceId, '--generator', 'Another one'];
  const made = await push(
    await keyWith('source.create', 'run.import', 'run.read'),
    file('rows.csv', csv),
    ...of,
    '--json',
  );
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('Reading the rows')]);
  expect(JSON.parse(made.out)).toMatchObject({ kind: 'run', rows: 60 });
}, 60_000);

it('says in one sentence what is wrong, before anything is sent', async () => {
  const none = await push('', 'x.csv', '--project', projectId, '--as', 'source');
  expect([none.code, none.out]).toEqual([2, '']);
  expect(none.err).toMatch(/^An API key is needed.*\n$/);
  const wrong = async (...args: string[]) =>
    (await push('assay_x', 'x.csv', '--project', projectId, ...args)).err;
  expect(await wrong('--as', 'opinions')).toBe(
    '--as is prelabels, labels, gold, source or run, not "opinions".\n',
  );
  expect(await wrong('--as', 'labels')).toBe('The flag --run is missing.\n');
  expect(await wrong('--as', 'source', '--run', runId)).toBe(
    '--run says nothing of what is pushed as source.\n',
  );
  expect(await wrong('--as', 'source')).toContain('x.csv cannot be read: there is no such file');
  const path = file('y.csv', 'a\n1\n');
  const refused = await push(await keyWith('source.read'), path, '--project', projectId, '--as', 'source');
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('refused')]);
});
