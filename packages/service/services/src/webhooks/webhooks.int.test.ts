import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import { MOST_WEBHOOKS } from '@assay/contracts';
import { MOST_WEBHOOK_ATTEMPTS } from '@assay/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { command, query } from '../frame/command.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import {
  createWebhook,
  removeWebhook,
  rotateWebhookSecret,
  sendWebhookAgain,
  sendWebhookTest,
  updateWebhook,
} from './manage-webhooks.ts';
import { postWebhook } from './post-webhook.ts';
import { listWebhookDeliveries, listWebhooks } from './read-webhooks.ts';

type Got = { headers: IncomingHttpHeaders; body: string };

let test: TestDeps;
let owner: UserActor;
let projectId: string;
let server: Server;
let url: string;
/** What the server answers next, and what came to it. */
let answers: number[] = [];
let got: Got[] = [];

beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?of=assay`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await test.close();
});
beforeEach(async () => {
  projectId = await test.project(owner);
  answers = [];
  got = [];
});

const make = () =>
  createWebhook(test.deps, owner, { projectId, name: 'Ours', url, events: ['version.committed'] });

/** Something happens of which programs can be told, with words in it that nobody should see. */
const happens = (action = 'version.committed') =>
  command(test.deps, owner, async ({ record }) =>
    record({
      action,
      object: { type: 'version', id: projectId },
      projectId,
      details: { number: 3, root: 'abc', message: 'for Jane Doe' },
      alsoTouched: [
        { type: 'run', id: projectId },
        { type: 'user', id: owner.userId },
      ],
    }),
  );

/** The jobs of what waits, the oldest first. */
const waiting = () =>
  query(test.deps, owner, async (t) => {
    const jobs = [];
    for (const { id } of await t.webhooks.list(projectId))
      for (const delivery of await t.webhooks.deliveries(id, { limit: 50, before: null }))
        jobs.push(...(await t.jobs.openFor(delivery.id)));
    return jobs.map((job) => job.id).sort();
  });

/** Runs the attempts that were ordered, until none is left or so many were made; however long they should wait. */
async function attempts(most = 50): Promise<number> {
  for (let made = 0; made < most; made += 1) {
    const [next] = await waiting();
    if (next === undefined) return made;
    await runHere(test.deps, owner, next);
  }
  return most;
}

/** Verifies by the specification's own words, without anything of ours. */
function isSigned({ headers, body }: Got, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = createHmac('sha256', key).update(content).digest();
  const age = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']));
  return (
    age < 300 &&
    String(headers['webhook-signature'])
      .split(' ')
      .some((each) => {
        const [version, signature = ''] = each.split(',');
        const given = Buffer.from(signature, 'base64');
        return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
      })
  );
}

const deliveries = async (webhookId: string) =>
  (await listWebhookDeliveries(test.deps, owner, { webhookId, limit: 50, cursor: null })).deliveries;

describe('webhooks', () => {
  it('are told of what happened, signed, without people and their words, and of nothing that was undone', async () => {
    const { id, secret } = await make();
    const eventId = await happens();
    await happens('version.started');
    await expect(
      command(test.deps, owner, async ({ record }) => {
        await record({ action: 'version.committed', object: { type: 'version', id: projectId }, projectId });
        throw new Error('It was not to be.');
      }),
    ).rejects.toThrow('not to be');
    expect(await attempts()).toBe(1);
    const [one, ...others] = got;
    expect(others).toEqual([]);
    if (one === undefined) throw new Error('Nothing came.');
    expect(isSigned(one, secret)).toBe(true);
    expect(isSigned({ ...one, body: `${one.body} ` }, secret)).toBe(false);
    expect(isSigned(one, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false);
    expect(one.headers['webhook-id']).toBe(`msg_${(await deliveries(id))[0]?.id}`);
    expect(one.headers['content-type']).toBe('application/json');
    expect(JSON.parse(one.body)).toMatchObject({
      type: 'version.committed',
      data: {
        id: eventId,
        projectId,
        object: { type: 'version', id: projectId },
        about: [{ type: 'run', id: projectId }],
        facts: { number: 3, root: 'abc' },
      },
    });
    expect(one.body).not.toContain('Jane');
    expect(one.body).not.toContain(owner.userId);
    expect((await deliveries(id))[0]).toMatchObject({
      status: 'DELIVERED',
      tries: [{ number: 1, answer: 204 }],
    });
  });

  it('are sent both signatures for a day after a rotation, and then the new one alone', async () => {
    const { id, secret } = await make();
    const rotated = await rotateWebhookSecret(test.deps, owner, { webhookId: id, revision: 1 });
    expect(rotated.secret).not.toBe(secret);
    await happens();
    await attempts();
    expect([secret, rotated.secret].map((each) => got[0] && isSigned(got[0], each))).toEqual([true, true]);
    test.setNow(new Date(Date.now() + 25 * 3_600_000));
    try {
      await happens();
      await attempts();
    } finally {
      test.setNow(null);
    }
    const signatures = String(got[1]?.headers['webhook-signature']).split(' ');
    expect(signatures).toHaveLength(1);
    const kept = await query(test.deps, owner, async (t) =>
      JSON.stringify(
        [await t.webhooks.get(id), await t.events.list({ objectId: id }, 10, null)],
        (_, value) => (typeof value === 'bigint' ? String(value) : value),
      ),
    );
    for (const each of [secret, rotated.secret]) expect(kept).not.toContain(each.slice('whsec_'.length));
    expect(kept).not.toContain('of=assay":"');
  });

  it('are tried again with the same id and body, later each time, and sent again on demand', async () => {
    const { id } = await make();
    answers = [500, 302, 204];
    await happens();
    expect(await attempts(1)).toBe(1);
    const [pending] = await deliveries(id);
    expect(pending).toMatchObject({ status: 'PENDING', tries: [{ answer: 500 }] });
    expect(Number(pending?.nextAt)).toBeGreaterThan(Date.now());
    await expect(sendWebhookAgain(test.deps, owner, { deliveryId: pending?.id ?? '' })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    expect(await attempts()).toBe(2);
    expect(new Set(got.map((each) => each.headers['webhook-id'])).size).toBe(1);
    expect(new Set(got.map((each) => each.body)).size).toBe(1);
    const [taken] = await deliveries(id);
    expect(taken?.tries.map((each) => each.answer)).toEqual([500, 302, 204]);
    await sendWebhookAgain(test.deps, owner, { deliveryId: taken?.id ?? '' });
    await attempts();
    expect(got).toHaveLength(4);
    expect((await deliveries(id))[0]).toMatchObject({ status: 'DELIVERED' });
  });

  it('are listed with what was sent to each last', async () => {
    const ids = [(await make()).id, (await make()).id, (await make()).id];
    await happens();
    await removeWebhook(test.deps, owner, { webhookId: ids[2] ?? '' });
    ids[2] = (await make()).id;
    await attempts();
    answers = [503];
    await sendWebhookTest(test.deps, owner, { webhookId: ids[1] ?? '' });
    await attempts();
    const lasts = async () =>
      (await listWebhooks(test.deps, owner, { projectId })).map(({ id, last }) => ({ id, last }));
    expect(await lasts()).toMatchObject([
      { id: ids[0], last: { event: 'version.committed', status: 'DELIVERED' } },
      { id: ids[1], last: { event: 'webhook.test', status: 'GIVEN_UP' } },
      { id: ids[2], last: null },
    ]);
    const [newest] = await deliveries(ids[1] ?? '');
    expect((await lasts())[1]?.last?.at).toEqual(newest?.createdAt);
  });

  it('are switched off when nothing gets through, and their people are told; a test still goes', async () => {
    const { id, secret } = await make();
    answers = Array.from({ length: MOST_WEBHOOK_ATTEMPTS }, () => 503);
    await happens();
    expect(await attempts()).toBe(MOST_WEBHOOK_ATTEMPTS);
    const [failed] = await listWebhooks(test.deps, owner, { projectId });
    expect(failed).toMatchObject({ status: 'FAILED', last: { status: 'GIVEN_UP' } });
    const notices = await query(test.deps, owner, (t) => t.notifications.list(owner.userId, 10, null));
    expect(notices.filter((each) => each.kind === 'webhook.failed')).toHaveLength(1);
    await happens();
    expect(await attempts()).toBe(0);
    got = [];
    await sendWebhookTest(test.deps, owner, { webhookId: id });
    await attempts();
    expect(got[0] && isSigned(got[0], secret)).toBe(true);
    expect(JSON.parse(got[0]?.body ?? '{}')).toMatchObject({ type: 'webhook.test' });
    await updateWebhook(test.deps, owner, {
      webhookId: id,
      revision: failed?.revision ?? 0,
      name: 'Ours',
      url,
      events: ['version.committed'],
      status: 'ON',
    });
    await happens();
    expect(await attempts()).toBe(1);
  });

  it('are not sent what waited when they are deleted, and tell nothing of what another organisation does', async () => {
    const { id } = await make();
    await happens();
    const stranger = (await test.organisation()).owner;
    await expect(removeWebhook(test.deps, stranger, { webhookId: id })).rejects.toMatchObject({
      code: 'not-found',
    });
    const [job = ''] = await waiting();
    await removeWebhook(test.deps, owner, { webhookId: id });
    expect(await runHere(test.deps, owner, job)).toMatchObject({ status: 'SUCCEEDED' });
    expect(got).toEqual([]);
  });

  it('are refused where they would lead into the network of the installation', async () => {
    const at = (address: string) =>
      createWebhook(test.deps, owner, { projectId, name: 'X', url: address, events: ['run.generated'] });
    for (const address of [
      'http://hooks.example.com/',
      'https://localhost/',
      'https://10.0.0.1/',
      'https://169.254.169.254/latest',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://167772161/',
      'https://metadata.internal/',
      'https://user:word@hooks.example.com/',
      'ftp://hooks.example.com/',
      'hooks.example.com',
    ]) {
      await expect(at(address), address).rejects.toMatchObject({ code: 'bad-input', field: 'url' });
    }
    const none = { allowedHosts: new Set<string>() };
    const to = (address: string, ...addresses: string[]) =>
      postWebhook(
        new URL(address),
        '{}',
        {},
        {
          ...none,
          resolve: async () =>
            addresses.map((each) => ({ address: each, family: each.includes(':') ? 6 : 4 })),
        },
      );
    // A name that is public when it is typed and private when it is used.
    expect(await to('https://rebound.example.com/', '10.0.0.7')).toMatchObject({ fault: 'refused-address' });
    expect(await to('https://both.example.com/', '1.1.1.1', 'fd00::1')).toMatchObject({
      fault: 'refused-address',
    });
    expect(await to('https://nobody.example.com/')).toMatchObject({ fault: 'unresolved' });
    expect(await postWebhook(new URL(url), '{}', {}, none)).toMatchObject({ fault: 'refused-address' });
    expect(got).toEqual([]);
  });

  it('tell why no answer came', async () => {
    const rules = { allowedHosts: test.deps.webhooks.allowedHosts };
    const secure = url.replace('http:', 'https:');
    expect(await postWebhook(new URL(secure), '{}', {}, rules)).toMatchObject({ answer: null, fault: 'tls' });
    expect(await postWebhook(new URL('http://127.0.0.1:1/'), '{}', {}, rules)).toMatchObject({
      fault: 'unreachable',
    });
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    expect(
      await postWebhook(new URL(`http://127.0.0.1:${port}/`), '{}', {}, { ...rules, patienceMs: 50 }),
    ).toMatchObject({ fault: 'timeout' });
    silent.closeAllConnections();
    silent.close();
    const never = { ...rules, patienceMs: 50, resolve: () => new Promise<never>(() => undefined) };
    expect(await postWebhook(new URL('http://a.test/'), '{}', {}, never)).toMatchObject({ fault: 'timeout' });
  });

  it('are not held by one that wants another protocol, or hangs up', async () => {
    const rules = { allowedHosts: test.deps.webhooks.allowedHosts };
    const says = async (text: string) => {
      const raw = createNetServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => (text === '' ? socket.destroy() : socket.write(text)));
      });
      await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
      const { port } = raw.address() as AddressInfo;
      const posted = await postWebhook(new URL(`http://127.0.0.1:${port}/`), '{}', {}, rules);
      raw.close();
      return posted;
    };
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n';
    expect(await says(upgrade)).toMatchObject({ answer: 101, fault: null });
    expect(await says('')).toMatchObject({ answer: null, fault: 'unreachable' });
  });

  it('are bounded in number', async () => {
    for (let made = 0; made < MOST_WEBHOOKS; made += 1) await make();
    await expect(make()).rejects.toMatchObject({ code: 'conflict' });
  });
});
