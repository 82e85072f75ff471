import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { type Auth, createAuth } from './create-auth.ts';

let test: TestDeps;
let auth: Auth;

beforeAll(async () => {
  test = await createTestDeps({ mail: true });
  auth = createAuth(test.deps, { secret: 'a secret of the tests alone, long enough' });
});
afterAll(() => test.close());

let callers = 0;

/** Each request from another address, as an attacker's would be. */
const post = (path: string, body: object) => {
  callers += 1;
  return auth.handler(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'http://localhost:3000',
        'x-forwarded-for': `203.0.113.${callers}`,
      },
      body: JSON.stringify(body),
    }),
  );
};

const person = (email: string) => ({ name: 'Test Person', email, password: 'a long enough password' });

describe('identity', () => {
  it('signs up, signs in, and puts the session on the record of the organisations it opens', async () => {
    expect((await post('/sign-up/email', person('one@example.com'))).status).toBe(200);
    const user = await test.deps.db.identity.user.findUniqueOrThrow({ where: { email: 'one@example.com' } });
    const { createOrganisation } = await import('../organisations/create-organisation.ts');
    const { id: orgId } = await createOrganisation(test.deps, user.id, { name: 'One' });
    expect((await post('/sign-in/email', person('one@example.com'))).status).toBe(200);
    const events = await query(
      test.deps,
      { kind: 'user', userId: user.id, orgId, orgRoles: ['owner'] },
      (t) => t.events.list({ action: 'session.started' }, 10, null),
    );
    expect(events).toHaveLength(1);
    expect(events[0]?.actorId).toBe(user.id);
  });

  it('holds attempts at one account, from wherever they come, and forgets them after success', async () => {
    await post('/sign-up/email', person('two@example.com'));
    const wrong = () => post('/sign-in/email', { email: 'TWO@example.com', password: 'not the password' });
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await wrong()).status).toBe(401);
    expect((await post('/sign-in/email', person('two@example.com'))).status).toBe(200);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await wrong()).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    // The right password does not help while the account is held.
    expect((await post('/sign-in/email', person('two@example.com'))).status).toBe(429);
  });

  it('mails a link to reset the password and ends other sessions with it', async () => {
    await post('/sign-up/email', person('three@example.com'));
    await post('/request-password-reset', { email: 'three@example.com' });
    const token = /token=([^\s]+)/.exec(test.mails.at(-1)?.text ?? '')?.[1];
    expect(token).toBeTruthy();
    const newPassword = 'another long password';
    expect((await post('/reset-password', { token, newPassword })).status).toBe(200);
    const user = await test.deps.db.identity.user.findUniqueOrThrow({
      where: { email: 'three@example.com' },
      include: { sessions: true },
    });
    expect(user.sessions).toEqual([]);
    expect((await post('/sign-in/email', person('three@example.com'))).status).toBe(401);
    expect((await post('/sign-in/email', { email: 'three@example.com', password: newPassword })).status).toBe(
      200,
    );
  });

  it('says the same of an unknown address as of a known one', async () => {
    const known = await post('/request-password-reset', { email: 'one@example.com' });
    const unknown = await post('/request-password-reset', { email: 'nobody@example.com' });
    expect(await unknown.text()).toBe(await known.text());
    expect(unknown.status).toBe(known.status);
  });
});
