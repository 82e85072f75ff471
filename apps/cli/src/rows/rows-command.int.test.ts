import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAssay } from '../run-assay.testing.ts';

const folder = tempDirectory();
const temp = tempDirectory();
const RUN = '01a1fd60-0000-7000-8000-000000000000';
let server: Server;
let url = '';
const asked: string[] = [];

// What the real route answers is tested where it is; here it is what the command asks and writes.
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`);
    if (request.headers.authorization !== 'Bearer good') {
      response.writeHead(403, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ detail: 'Your role does not allow this (run.readRows).' }));
      return;
    }
    const type = request.url?.includes('rows.csv') === true ? 'text/csv; charset=utf-8' : 'application/jsonl';
    response.writeHead(200, { 'content-type': type }).end('a,b\n1,2\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.close();
  folder.remove();
  temp.remove();
});

function assay(args: string[], key = 'good') {
  const env = { ASSAY_API_KEY: key, ASSAY_URL: url };
  return startAssay(['rows', ...args], { cwd: folder.path, temp: temp.path, env }).ended;
}

it('writes the rows that it asked for, in the format of the file', async () => {
  const done = await assay(['--run', RUN, '--output', 'rows.csv', '--where', 'age > 60']);
  expect(done).toMatchObject({ code: 0, out: 'rows.csv\n' });
  expect(asked.at(-1)).toBe(`Bearer good /api/runs/${RUN}/rows.csv?where=age+%3E+60`);
  expect(readFileSync(join(folder.path, 'rows.csv'), 'utf8')).toBe('a,b\n1,2\n');
  await assay(['--run', RUN, '--output', 'rows.txt', '--format', 'jsonl']);
  expect(asked.at(-1)).toContain('/rows.jsonl');
});

it('exits 2 with one sentence and leaves no file', async () => {
  const cases: [string[], string, RegExp][] = [
    [['--run', RUN, '--output', 'refused.csv'], 'bad', /refused: .*role/],
    [['--run', RUN, '--output', 'refused.csv'], '', /An API key is needed/],
    [['--run', RUN, '--output', 'refused.xlsx'], 'good', /Name it \.csv, \.jsonl or \.parquet/],
    [['--run', RUN, '--output', 'refused.csv', '--format', 'xml'], 'good', /not "xml"/],
    [['--output', 'refused.csv'], 'good', /--run/],
    // What answers is another format than was asked for: not Assay's answer.
    [['--run', RUN, '--output', 'refused.parquet'], 'good', /is not Assay/],
  ];
  const ended = await Promise.all(cases.map(([args, key]) => assay(args, key)));
  for (const [at, [args, , message]] of cases.entries()) {
    expect([args, ended[at]?.code, ended[at]?.out]).toEqual([args, 2, '']);
    expect(ended[at]?.err).toMatch(message);
  }
  for (const name of ['refused.csv', 'refused.xlsx', 'refused.parquet'])
    expect(existsSync(join(folder.path, name))).toBe(false);
});
