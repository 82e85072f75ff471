import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppRouter } from '@assay/api';
import { recipe } from '@assay/contracts';
import { createTRPCClient } from '@trpc/client';
import superjson from 'superjson';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiLinks } from './api-links.ts';

/** What arrived, by method and by size of address and body; a real server, because it is what limits addresses. */
const arrived: { method: string; address: number; body: number }[] = [];
const server = createServer(async (request, response) => {
  let body = 0;
  for await (const part of request) body += (part as Buffer).length;
  arrived.push({ method: request.method ?? '', address: request.url?.length ?? 0, body });
  const answer = { result: { data: superjson.serialize({ problems: [], conditions: [] }) } };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => server.close());

test('a question with a large document goes in the body', async () => {
  const { port } = server.address() as AddressInfo;
  const client = createTRPCClient<AppRouter>({
    links: apiLinks('org', `http://127.0.0.1:${port}/api/trpc`),
  });
  const document = recipe.parse({
    type: 'assay.recipe',
    version: 1,
    method: 'tree',
    sourceId: null,
    columns: Array.from({ length: 200 }, (_, at) => ({
      make: 'leave-out',
      column: `a column with rather a long name, number ${at} of two hundred`,
    })),
  });
  const projectId = '01931b7b-1c5d-7e18-96f7-081920314b5c';
  expect(await client.recipe.check.query({ projectId, document })).toEqual({ problems: [], conditions: [] });
  const [{ method, address, body } = { method: '', address: 0, body: 0 }] = arrived;
  expect(method).toBe('POST');
  expect(address).toBeLessThan(100);
  expect(body).toBeGreaterThan(16_000);
});
