import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  createTestDatabase,
  eventually,
  freePort,
  type RedisServer,
  startRedis,
  type TestDatabase,
} from '@assay/testkit';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createQueue, type JobContext, type Queue, UnrecoverableError } from './index.ts';

type Said = { level: string; message: string; details: object };

describe.each(['postgres', 'redis'] as const)('queues on %s', (kind) => {
  let database: TestDatabase;
  let redis: RedisServer | undefined;
  let queue: Queue;
  let said: Said[];
  let regions = 0;
  let region = '';

  const open = (): Promise<Queue> => {
    const say =
      (level: string) =>
      (details: object, message: string): void =>
        void said.push({ level, message, details });
    return createQueue({
      region,
      log: { info: say('info'), warn: say('warn'), error: say('error') },
      databaseUrl: database.url,
      ...(redis === undefined ? {} : { redisUrl: redis.url }),
    });
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    if (kind === 'redis') redis = await startRedis();
  });
  afterAll(async () => {
    await redis?.stop();
    await database.drop();
  });
  beforeEach(async () => {
    said = [];
    regions += 1;
    region = `region-${regions}`;
    queue = await open();
  });
  afterEach(() => queue.close({ graceMs: 0 }));

  test('a job runs once per id, also when it is enqueued again after it is done', async () => {
    const ran: string[] = [];
    const add = (jobId: string): Promise<void> =>
      queue.enqueue({ queue: 'q', jobId, name: 'note', data: { text: jobId } });
    await Promise.all([add('job-a'), add('job-a'), add('job-a'), add('job-b')]);
    await queue.work({
      queue: 'q',
      concurrency: 4,
      handlers: { note: async (data, { jobId }) => void ran.push(`${jobId} ${JSON.stringify(data)}`) },
    });
    await eventually(async () => expect((await queue.counts('q')).completed).toBe(2));
    await add('job-a');
    await add('job-c');
    await eventually(async () => expect((await queue.counts('q')).completed).toBe(3));
    expect(ran.sort()).toEqual(['job-a', 'job-b', 'job-c'].map((id) => `${id} {"text":"${id}"}`));
  });

  test('many jobs are added in one go, and all run', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `job-${index}`);
    const ran = new Set<string>();
    await queue.enqueueMany(ids.map((jobId) => ({ queue: 'q', jobId, name: 'note', data: null })));
    await queue.work({
      queue: 'q',
      concurrency: 16,
      handlers: { note: async (_data, { jobId }) => void ran.add(jobId) },
    });
    await eventually(() => expect(ran.size).toBe(200));
  });

  test('a failing job is tried again with backoff, up to its attempts', async () => {
    const tries: number[] = [];
    await queue.enqueue({
      queue: 'q',
      jobId: 'job-a',
      name: 'fail',
      data: null,
      attempts: 3,
      backoff: { type: 'fixed', delayMs: 10 },
    });
    await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: {
        fail: async (_data, { attempt }) => {
          tries.push(attempt);
          throw new Error('on purpose');
        },
      },
    });
    await eventually(async () => expect((await queue.counts('q')).failed).toBe(1));
    expect(tries).toEqual([1, 2, 3]);
  });

  test('an unrecoverable failure is not tried again', async () => {
    const tries: number[] = [];
    await queue.enqueue({ queue: 'q', jobId: 'job-a', name: 'fail', data: null, attempts: 5 });
    await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: {
        fail: async (_data, { attempt }) => {
          tries.push(attempt);
          throw new UnrecoverableError('never again');
        },
      },
    });
    await eventually(async () => expect((await queue.counts('q')).failed).toBe(1));
    expect(tries).toEqual([1]);
  });

  /** A handler that runs until its signal is aborted. */
  function untilAborted(started: string[]): (data: unknown, context: JobContext) => Promise<void> {
    return (_data, { jobId, signal }) => {
      started.push(jobId);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    };
  }

  test('a cancelled job is aborted and not tried again', async () => {
    const started: string[] = [];
    await queue.enqueue({ queue: 'q', jobId: 'job-a', name: 'hold', data: null, attempts: 5 });
    const worker = await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: { hold: untilAborted(started) },
    });
    await eventually(() => expect(started).toEqual(['job-a']));
    expect(worker.cancel('job-unknown')).toBe(false);
    expect(worker.cancel('job-a')).toBe(true);
    await eventually(async () => expect((await queue.counts('q')).failed).toBe(1));
    expect(started).toEqual(['job-a']);
    expect(worker.cancel('job-a')).toBe(false);
  });

  test('closing waits for a running job, and takes no other', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const started: string[] = [];
    const done: string[] = [];
    for (const jobId of ['job-a', 'job-b']) {
      await queue.enqueue({ queue: 'q', jobId, name: 'wait', data: null });
    }
    const worker = await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: {
        wait: async (_data, { jobId }) => {
          started.push(jobId);
          await held;
          done.push(jobId);
        },
      },
    });
    await eventually(() => expect(started).toHaveLength(1));
    const closed = worker.close();
    release();
    await closed;
    expect(done).toEqual(started);
    expect(await queue.counts('q')).toMatchObject({ active: 0, completed: 1, waiting: 1 });
  });

  test('a job that outlasts the grace of a closing worker waits again and keeps its attempts', async () => {
    const started: string[] = [];
    await queue.enqueue({ queue: 'q', jobId: 'job-a', name: 'hold', data: null, attempts: 1 });
    const worker = await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: { hold: untilAborted(started) },
    });
    await eventually(() => expect(started).toHaveLength(1));
    await worker.close({ graceMs: 0 });
    expect(await queue.counts('q')).toMatchObject({ active: 0, failed: 0, waiting: 1 });
    const attempts: number[] = [];
    await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: { hold: async (_data, { attempt }) => void attempts.push(attempt) },
    });
    await eventually(() => expect(attempts).toEqual([1]));
  });

  test('no more than `concurrency` jobs run at a time', async () => {
    let now = 0;
    let most = 0;
    let done = 0;
    await queue.enqueueMany(
      Array.from({ length: 12 }, (_, index) => ({
        queue: 'q',
        jobId: `job-${index}`,
        name: 'count',
        data: null,
      })),
    );
    await queue.work({
      queue: 'q',
      concurrency: 3,
      handlers: {
        count: async () => {
          now += 1;
          most = Math.max(most, now);
          // stays until the others have had their turn to start
          await eventually(() => expect(most === 3 || done > 0).toBe(true));
          now -= 1;
          done += 1;
        },
      },
    });
    await eventually(() => expect(done).toBe(12));
    expect(most).toBe(3);
  });

  test('a job without a handler is warned about and completed', async () => {
    await queue.enqueue({ queue: 'q', jobId: 'job-a', name: 'toString', data: null, attempts: 3 });
    await queue.work({ queue: 'q', concurrency: 1, handlers: {} });
    await eventually(async () => expect((await queue.counts('q')).completed).toBe(1));
    expect(said.filter(({ level }) => level === 'warn')).toEqual([
      {
        level: 'warn',
        message: expect.stringContaining('no handler'),
        details: expect.objectContaining({ job: 'toString' }),
      },
    ]);
  });

  test('the more urgent job goes first, a delayed one when it is due', async () => {
    const ran: string[] = [];
    const add = (jobId: string, more: object): Promise<void> =>
      queue.enqueue({ queue: 'q', jobId, name: 'note', data: null, ...more });
    await add('later', { delayMs: 100 });
    await add('low', { priority: 9 });
    await add('high', { priority: 1 });
    expect(await queue.counts('q')).toMatchObject({ delayed: 1, prioritized: 2 });
    await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: { note: async (_data, { jobId }) => void ran.push(jobId) },
    });
    await eventually(() => expect(ran).toHaveLength(3));
    expect(ran.indexOf('high')).toBeLessThan(ran.indexOf('low'));
  });

  test('a waiting job can be removed, a running or unknown one cannot', async () => {
    const started: string[] = [];
    const job = { queue: 'q', name: 'hold', data: null };
    await queue.enqueue({ ...job, jobId: 'job-a' });
    expect(await queue.remove('q', 'job-a')).toBe(true);
    expect(await queue.remove('q', 'job-a')).toBe(false);
    await queue.enqueue({ ...job, jobId: 'job-b' });
    await queue.work({ queue: 'q', concurrency: 1, handlers: { hold: untilAborted(started) } });
    await eventually(() => expect(started).toEqual(['job-b']));
    expect(await queue.remove('q', 'job-b')).toBe(false);
  });

  test('a schedule makes jobs until it is removed, and is there once', async () => {
    let ran = 0;
    const schedule = { queue: 'q', name: 'tick', data: { n: 1 }, when: { everyMs: 50 } };
    await queue.upsertSchedule({ ...schedule, when: { everyMs: 3_600_000 } });
    await queue.upsertSchedule(schedule);
    await queue.work({
      queue: 'q',
      concurrency: 1,
      handlers: {
        tick: async (data) => {
          expect(data).toEqual({ n: 1 });
          ran += 1;
        },
      },
    });
    await eventually(() => expect(ran).toBeGreaterThanOrEqual(6));
    expect(await queue.removeSchedule('q', 'tick')).toBe(true);
    expect(await queue.removeSchedule('q', 'tick')).toBe(false);
    await queue.upsertSchedule({ queue: 'q', name: 'nightly', data: null, when: { cron: '0 3 * * *' } });
    await eventually(async () => expect((await queue.counts('q')).delayed).toBe(1));
  });

  test('regions do not see each other', async () => {
    await queue.enqueue({ queue: 'q', jobId: 'job-a', name: 'note', data: null });
    region = `${region}-other`;
    const other = await open();
    expect(await other.counts('q')).toMatchObject({ waiting: 0 });
    await other.close();
    expect(await queue.counts('q')).toMatchObject({ waiting: 1 });
  });

  /** A worker in a process of its own, which takes one job and holds it. */
  function holdInChild() {
    const config = { region, databaseUrl: database.url, redisUrl: redis?.url };
    const program = fileURLToPath(new URL('./queue.testchild.ts', import.meta.url));
    return spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(config)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  test('the job of a killed worker is picked up by another', async () => {
    const ran: number[] = [];
    await queue.enqueue({ queue: 'killed', jobId: 'job-a', name: 'hold', data: null });
    const child = holdInChild();
    const [output] = await once(child.stdout, 'data');
    expect(String(output)).toBe('job-a\n');
    await queue.work({
      queue: 'killed',
      concurrency: 1,
      handlers: { hold: async (_data, { attempt }) => void ran.push(attempt) },
    });
    expect((await queue.counts('killed')).active).toBe(1);
    const killed = performance.now();
    child.kill('SIGKILL');
    await eventually(() => expect(ran).toEqual([1]), { timeout: 30_000 });
    console.info(`${kind}: picked up ${Math.round(performance.now() - killed)} ms after the kill`);
    expect(said.some(({ message }) => message.includes('lost its worker'))).toBe(true);
  });

  test('a worker that stood still for longer than its claim goes on with its job, which came to another too', async () => {
    await queue.enqueue({ queue: 'killed', jobId: 'job-a', name: 'hold', data: null });
    const child = holdInChild();
    try {
      expect(String((await once(child.stdout, 'data'))[0])).toBe('job-a\n');
      child.kill('SIGSTOP');
      let came = 0;
      await queue.work({
        queue: 'killed',
        concurrency: 1,
        handlers: {
          hold: async () => {
            came += 1;
          },
        },
      });
      await eventually(() => expect(came).toBe(1), { timeout: 30_000 });
      const says = once(child.stdout, 'data');
      child.kill('SIGCONT');
      expect(String((await says)[0])).toBe('stopped: false\n');
    } finally {
      child.kill('SIGKILL');
    }
  });

  /** Ends every connection to the backend from its side, as a restart or a failover would. */
  async function dropConnections(): Promise<void> {
    if (redis !== undefined) {
      const client = new Redis(redis.url);
      await client.call('CLIENT', 'KILL', 'TYPE', 'normal');
      client.disconnect();
      return;
    }
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await client.end();
  }

  test('work goes on after the backend dropped all connections', async () => {
    const ran: string[] = [];
    const add = (jobId: string): Promise<void> =>
      queue.enqueue({ queue: 'q', jobId, name: 'note', data: null });
    await queue.work({
      queue: 'q',
      concurrency: 2,
      handlers: { note: async (_data, { jobId }) => void ran.push(jobId) },
    });
    await add('before');
    await eventually(() => expect(ran).toEqual(['before']));
    await dropConnections();
    await eventually(() => add('after'));
    await eventually(() => expect(ran).toEqual(['before', 'after']), { timeout: 30_000 });
    await queue.ping();
  });

  test('answers a ping', async () => {
    await expect(queue.ping()).resolves.toBeUndefined();
  });

  if (kind === 'postgres') {
    test('four queues with a worker each hold at most twelve connections', async () => {
      const names = ['q1', 'q2', 'q3', 'q4'];
      const ran: string[] = [];
      for (const name of names) {
        await queue.work({
          queue: name,
          concurrency: 8,
          handlers: { note: async (_data, { jobId }) => void ran.push(jobId) },
        });
        await queue.enqueueMany(
          Array.from({ length: 50 }, (_, index) => ({
            queue: name,
            jobId: `job-${index}`,
            name: 'note',
            data: null,
          })),
        );
      }
      await eventually(() => expect(ran).toHaveLength(200));
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await client.end();
      console.info(`postgres: ${rows[0]?.count} connections for 4 queues with a worker each`);
      expect(rows[0]?.count).toBeLessThanOrEqual(12);
    });
  }
});

test.each(['databaseUrl', 'redisUrl'])(
  'an unreachable %s is said when the queue is opened',
  async (which) => {
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const port = await freePort();
    const config = { log: quiet, region: 'a', databaseUrl: 'postgresql://127.0.0.1:1/none' };
    const scheme = which === 'redisUrl' ? 'redis' : 'postgresql';
    await expect(createQueue({ ...config, [which]: `${scheme}://127.0.0.1:${port}/0` })).rejects.toThrow();
  },
);

test('names that could reach into another region are refused', async () => {
  const database = await createTestDatabase();
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const config = { log: quiet, databaseUrl: database.url };
  await expect(createQueue({ ...config, region: 'a.b' })).rejects.toThrow(RangeError);
  const queue = await createQueue({ ...config, region: 'a' });
  await expect(queue.counts('../b')).rejects.toThrow(RangeError);
  await queue.close();
  await database.drop();
});
