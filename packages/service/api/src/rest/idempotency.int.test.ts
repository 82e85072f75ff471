import type { Permission } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { createTestDeps, type TestDeps, type UserActor } from '@assay/services/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callRest, type RestAnswer } from '../testing/call-rest.ts';

let test: TestDeps;
let owner: UserActor;
let key: string;
beforeAll(async () => {
  test = await createTestDeps();
  ({ owner } = await test.organisation());
  key = await newKey(['project.create', 'project.list']);
});
afterAll(() => test.close());

async function newKey(scopes: Permission[]): Promise<string> {
  const expiresAt = new Date(test.deps.clock.now().getTime() + 86_400_000).toISOString();
  return (await createApiKey(test.deps, owner, { name: 'Test', scopes, expiresAt })).key;
}

function post(name: string, idempotencyKey: string, more: { as?: string; deps?: TestDeps['deps'] } = {}) {
  return callRest(more.deps ?? test.deps, { key: more.as ?? key }, 'POST', '/projects', {
    body: JSON.stringify({ name }),
    headers: { 'idempotency-key': idempotencyKey },
  });
}

async function projects(name: string): Promise<number> {
  const { body } = await callRest(test.deps, { key }, 'GET', `/projects?search=${encodeURIComponent(name)}`);
  return (body.projects as unknown[]).length;
}

const replayed = (answer: RestAnswer) => answer.headers.get('idempotency-replayed') === 'true';

describe('a POST with an Idempotency-Key', () => {
  it('is done once and answered alike', async () => {
    const first = await post('Replayed', 'replay-1');
    const again = await post('Replayed', 'replay-1');
    expect([first.status, replayed(first), replayed(again)]).toEqual([200, false, true]);
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(200);
    expect(await projects('Replayed')).toBe(1);
    expect((await post('Replayed', 'replay-2')).body).not.toEqual(first.body);
    expect(await projects('Replayed')).toBe(2);
  });

  it('is refused with another body, and to another key of the same person', async () => {
    await post('First body', 'mismatch');
    expect(await post('Second body', 'mismatch')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-mismatch', field: 'Idempotency-Key' },
    });
    expect(await projects('Second body')).toBe(0);
    const weaker = await newKey(['project.list']);
    expect((await post('First body', 'mismatch', { as: weaker })).status).toBe(422);
  });

  it('is done once when two come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('Raced', 'race')));
    const made = answers.filter((answer) => answer.status === 200);
    expect(made.length).toBeGreaterThanOrEqual(1);
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
    for (const answer of answers.filter((each) => each.status !== 200)) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
    }
    expect(await projects('Raced')).toBe(1);
    expect((await post('Raced', 'race')).body).toEqual(made[0]?.body);
  });

  it('is told to wait while the first one runs', async () => {
    let begun: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const isRunning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const mayEnd = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    // The project's own transaction is held open; the key was claimed in one before it.
    const held = afterTransactions(test.deps, async (t) => {
      if ((await t.projects.list(EVERY, search('Held'))).length === 0) return;
      begun();
      await mayEnd;
    });
    const first = post('Held', 'in-flight', { deps: held });
    await isRunning;
    expect(await post('Held', 'in-flight')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    goOn();
    expect((await first).status).toBe(200);
    expect(await post('Held', 'in-flight')).toMatchObject({ status: 200, body: (await first).body });
  });

  it('is not remembered when it failed on our side, and is when it was refused', async () => {
    let failing = true;
    const broken = afterTransactions(test.deps, async (t) => {
      if (failing && (await t.projects.list(EVERY, search('Broken'))).length > 0) {
        throw new Error('the secret of the machine');
      }
    });
    const failed = await post('Broken', 'server-error', { deps: broken });
    expect(failed.status).toBe(500);
    expect(JSON.stringify(failed.body)).not.toContain('secret of the machine');
    failing = false;
    const retried = await post('Broken', 'server-error', { deps: broken });
    expect([retried.status, replayed(retried)]).toEqual([200, false]);
    expect(await projects('Broken')).toBe(1);

    const refused = await post('', 'refused');
    expect([refused.status, replayed(refused)]).toEqual([400, false]);
    const refusedAgain = await post('', 'refused');
    expect([refusedAgain.status, replayed(refusedAgain)]).toEqual([400, true]);
    expect(refusedAgain.headers.get('content-type')).toBe('application/problem+json');
    expect(refusedAgain.body).toEqual(refused.body);
  });

  it('needs a key that can be printed', async () => {
    for (const bad of ['x'.repeat(256), 'with blank', '']) {
      expect([bad, (await post('Bad key', bad)).status]).toEqual([bad, 400]);
    }
    expect(await projects('Bad key')).toBe(0);
  });
});

const EVERY = { all: true } as const;
const search = (name: string) => ({ search: name, limit: 1, before: null });

/** The same deps with something done at the end of each transaction, before it commits. */
function afterTransactions(
  deps: TestDeps['deps'],
  then: (t: Repositories) => Promise<void>,
): TestDeps['deps'] {
  const { db } = deps;
  return {
    ...deps,
    db: {
      ...db,
      transaction: (scope, run) =>
        db.transaction(scope, async (t) => {
          const value = await run(t);
          await then(t);
          return value;
        }),
    },
  };
}

type Repositories = Parameters<Parameters<TestDeps['deps']['db']['transaction']>[1]>[0];
