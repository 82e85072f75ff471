import { AssayError } from '@assay/contracts';
import { createTestDeps, type TestDeps, type UserActor } from '@assay/services/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callProcedure, contextOf } from '../testing/call-procedure.ts';
import { orgProcedure } from './procedures.ts';
import { createCallerFactory, router } from './trpc.ts';

const SECRET = 'postgresql://assay:hunter2@10.0.0.7/assay';

function fail(how: string): string {
  if (how === 'error') throw new Error(`connect ECONNREFUSED ${SECRET}`);
  if (how === 'text') throw SECRET;
  if (how === 'schema') z.object({ password: z.literal(SECRET) }).parse({ password: 'x' });
  if (how === 'caused')
    throw new AssayError('internal', 'Something went wrong on our side.', { cause: new Error(SECRET) });
  if (how === 'ours')
    throw new AssayError('conflict', 'It is taken.', { cause: new Error(SECRET), next: 'Take another.' });
  return SECRET;
}

/** The frame of the product with use cases that fail. */
const failing = router({
  read: orgProcedure('org.read')
    .input(z.object({ how: z.string() }))
    .output(z.string())
    .query(({ input }) => fail(input.how)),
  answer: orgProcedure('org.read')
    .output(z.object({ expected: z.literal('something else') }))
    .query(() => ({ expected: SECRET as 'something else' })),
});

let test: TestDeps;
let owner: UserActor;
let org: string;
beforeAll(async () => {
  test = await createTestDeps();
  ({ owner, slug: org } = await test.organisation());
});
afterAll(() => test.close());

const call = (path: string, input?: object) =>
  callProcedure(test.deps, { userId: owner.userId, org }, path, input, failing);

describe('an error that is not a refusal of ours', () => {
  it.each(['error', 'text', 'schema', 'caused'])('is answered with its reference alone: %s', async (how) => {
    const answer = await call('read', { how });
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.message).toBe('Something went wrong on our side.');
    const text = JSON.stringify(answer.body);
    for (const part of ['hunter2', 'ECONNREFUSED', 'password', 'node_modules', '.ts:']) {
      expect([part, text.includes(part)]).toEqual([part, false]);
    }
    if (how !== 'caused') expect(text).toContain('tell an administrator this reference: reference.');
  });

  it('is what our own answer is when it does not fit its schema, not the caller’s mistake', async () => {
    const answer = await call('answer');
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
  });

  it('is logged with what it was', async () => {
    const logged: unknown[] = [];
    const log = Object.create(test.deps.log, { error: { value: (...line: unknown[]) => logged.push(line) } });
    const context = contextOf({ ...test.deps, log }, { userId: owner.userId, org });
    await expect(createCallerFactory(failing)(context).read({ how: 'error' })).rejects.toThrow();
    expect(logged).toEqual([
      [expect.objectContaining({ path: 'read', requestId: context.requestId }), 'A procedure failed'],
    ]);
  });
});

describe('a refusal', () => {
  it('is answered in its own words, without what caused it', async () => {
    const answer = await call('read', { how: 'ours' });
    expect(answer).toMatchObject({ status: 409, code: 'CONFLICT', message: 'It is taken.' });
    expect(answer.body).toMatchObject({
      error: {
        json: { data: { assay: { code: 'conflict', next: 'Take another.', kept: null, field: null } } },
      },
    });
    expect(JSON.stringify(answer.body)).not.toContain('hunter2');
  });

  it('of an input names the field', async () => {
    const answer = await call('read', { how: 7 });
    expect(answer).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(answer.body).toMatchObject({
      error: { json: { data: { assay: { code: 'bad-input', field: 'how' } } } },
    });
  });

  it('of an address that is not there is 404', async () => {
    expect(await call('nothing')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
