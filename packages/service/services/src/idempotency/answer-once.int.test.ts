import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AssayError } from '@assay/contracts';
import { eventually, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deps } from '../frame/deps.ts';
import { createProject } from '../projects/create-project.ts';
import { listProjects } from '../projects/list-projects.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { answerOnce } from './answer-once.ts';

const PROGRAM = fileURLToPath(new URL('./answer-once.testchild.ts', import.meta.url));

let test: TestDeps;
let owner: UserActor;
const folder = tempDirectory();
beforeAll(async () => {
  test = await createTestDeps();
  ({ owner } = await test.organisation());
});
afterAll(async () => {
  await test.close();
  folder.remove();
});

const request = (key: string) => ({ key, requestHash: new Uint8Array(32) });
const make = (name: string) => async (deps: Deps) => {
  const { id } = await createProject(deps, owner, { name, description: '', stakes: 'standard' });
  return { status: 200, body: id };
};
const named = async (name: string): Promise<string[]> =>
  (await listProjects(test.deps, owner, { search: name, limit: 10, cursor: null })).projects.map(
    ({ id }) => id,
  );

describe('an idempotency key', () => {
  it('is free again when the process that held it was killed, and the effect happens once', async () => {
    const [key, name] = ['killed-1', 'Made by whom'];
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', PROGRAM, owner.orgId, owner.userId, key, name],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          PATH: process.env.PATH,
          DATABASE_APP_URL: test.appUrl,
          DATABASE_SYSTEM_URL: test.systemUrl,
          DATABASE_QUEUE_URL: test.queueUrl,
          ASSAY_HOME: folder.path,
          ASSAY_SECRET: Buffer.alloc(32, 7).toString('base64'),
          LOG_LEVEL: 'silent',
        },
      },
    );
    await once(child.stdout, 'data');
    await expect(answerOnce(test.deps, owner, request(key), make(name))).rejects.toThrow(/still running/);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const answer = await eventually(() => answerOnce(test.deps, owner, request(key), make(name)));
    expect(await named(name)).toEqual([answer.body]);
    expect(await answerOnce(test.deps, owner, request(key), make(name))).toEqual({
      ...answer,
      replayed: true,
    });
    expect(await named(name)).toHaveLength(1);
  }, 60_000);

  it('keeps what was done before a refusal, and nothing of what failed on our side', async () => {
    const refused = async (deps: Deps) => {
      await make('Before the refusal')(deps);
      const broken = deps.db.transaction({ orgId: owner.orgId, userId: owner.userId }, async (t) => {
        const project = { name: 'Before the refusal', description: '', stakes: 'standard' };
        await t.projects.create({ ...project, id: deps.ids.next(), createdBy: owner.userId });
        throw new AssayError('conflict', 'Refused.');
      });
      await expect(broken).rejects.toThrow('Refused.');
      return { status: 400, body: 'refused' };
    };
    await answerOnce(test.deps, owner, request('refused-1'), refused);
    expect(await named('Before the refusal')).toHaveLength(1);
    expect(await answerOnce(test.deps, owner, request('refused-1'), refused)).toMatchObject({
      status: 400,
      replayed: true,
    });

    const failed = async (deps: Deps) => ({ ...(await make('Before the failure')(deps)), status: 500 });
    expect(await answerOnce(test.deps, owner, request('failed-1'), failed)).toMatchObject({ status: 500 });
    expect(await named('Before the failure')).toHaveLength(0);
    await answerOnce(test.deps, owner, request('failed-1'), make('Before the failure'));
    expect(await named('Before the failure')).toHaveLength(1);
  });

  it('holds commands that run at the same time, and one within another', async () => {
    const { body } = await answerOnce(test.deps, owner, request('many-1'), async (deps) => {
      const made = await Promise.all([make('Many A')(deps), make('Many B')(deps), make('Many C')(deps)]);
      await deps.db.transaction({ orgId: owner.orgId, userId: owner.userId }, async () => {
        await make('Many D')(deps);
      });
      return { status: 200, body: String(made.length) };
    });
    expect(body).toBe('3');
    expect(await named('Many')).toHaveLength(4);
  });
});
