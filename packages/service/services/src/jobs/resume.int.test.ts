import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createQueue } from '@assay/queue';
import { eventually, startRedis, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../frame/command.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { dispatchOutbox } from './dispatch-outbox.ts';
import { getJob } from './get-job.ts';

const PROGRAM = fileURLToPath(new URL('./resume.testchild.ts', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let env: TestDeps;
const folder = tempDirectory();
beforeAll(async () => {
  env = await createTestDeps();
});
afterAll(async () => {
  await env.close();
  folder.remove();
});

test.each(['postgres', 'redis'] as const)(
  'a worker killed in a step loses nothing: the next one goes on after the finished step (%s)',
  async (kind) => {
    const redis = kind === 'redis' ? await startRedis() : null;
    const redisUrl = redis === null ? {} : { redisUrl: redis.url };
    const queue = await createQueue({ region: kind, log: silent, databaseUrl: env.queueUrl, ...redisUrl });
    const notes = join(folder.path, kind);
    const worker = (hold: 'hold' | 'finish'): ChildProcess =>
      spawn(process.execPath, ['--import', 'tsx', PROGRAM, notes, hold], {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: {
          PATH: process.env.PATH,
          DATABASE_APP_URL: env.appUrl,
          DATABASE_SYSTEM_URL: env.systemUrl,
          DATABASE_QUEUE_URL: env.queueUrl,
          ...(redis === null ? {} : { REDIS_URL: redis.url }),
          ASSAY_HOME: join(folder.path, `home-${kind}`),
          ASSAY_SECRET: Buffer.alloc(32, 7).toString('base64'),
          ASSAY_REGION: kind,
          LOG_LEVEL: 'silent',
        },
      });
    const noted = (): string[] => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []);

    const { owner } = await env.organisation();
    const projectId = await env.project(owner);
    const deps = { ...env.deps, region: kind };
    const versionId = deps.ids.next();
    const jobId = await command(deps, owner, async (context) => {
      const subject = { type: 'source-version', id: versionId };
      await context.record({ action: 'test.ordered', object: subject, projectId });
      return context.order({ kind: 'source.measure', payload: { versionId }, subject, projectId });
    });
    await dispatchOutbox(deps, async () => queue);

    const killed = worker('hold');
    await eventually(() => expect(noted()).toHaveLength(2), { timeout: 40_000 });
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect((await getJob(deps, owner, jobId)).status).toBe('RUNNING');

    const next = worker('finish');
    await eventually(async () => expect((await getJob(deps, owner, jobId)).status).toBe('SUCCEEDED'), {
      timeout: 60_000,
    });
    next.kill('SIGKILL');
    await once(next, 'exit');
    await queue.close({ graceMs: 0 });
    await redis?.stop();
    expect(await getJob(deps, owner, jobId)).toMatchObject({
      attempt: 2,
      result: { first: killed.pid, second: next.pid },
    });
    expect(noted()).toEqual([`first ${killed.pid}`, `second ${killed.pid}`, `second ${next.pid}`]);
  },
  120_000,
);
