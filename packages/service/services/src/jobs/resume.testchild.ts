import { appendFileSync } from 'node:fs';
import { createDeps } from '../frame/create-deps.ts';
import { readEnv } from '../frame/read-env.ts';
import { runJob } from './run-job.ts';

// run by resume.int.test.ts: a worker whose job notes its first step, and holds in the second until it is killed
const [notes = '', hold = ''] = process.argv.slice(2);
const app = createDeps(readEnv(process.env), 'worker', { poolSize: 3 });
const queue = await app.queueOf();
await queue.work({
  queue: 'heavy',
  concurrency: 1,
  handlers: {
    'source.measure': async (data, { signal }) => {
      const { orgId, jobId } = data as { orgId: string; jobId: string };
      await runJob(
        app.deps,
        'source.measure',
        async (run) => {
          const first = await run.step('first', async () => {
            appendFileSync(notes, `first ${process.pid}\n`);
            return process.pid;
          });
          return run.step('second', async () => {
            appendFileSync(notes, `second ${process.pid}\n`);
            if (hold === 'hold') await new Promise(() => undefined);
            return { first, second: process.pid };
          });
        },
        { orgId, jobId, lastAttempt: true, signal },
      );
    },
  },
});
