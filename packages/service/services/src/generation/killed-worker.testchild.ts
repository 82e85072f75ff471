import { appendFileSync } from 'node:fs';
import { createDeps } from '../frame/create-deps.ts';
import type { Deps } from '../frame/deps.ts';
import { readEnv } from '../frame/read-env.ts';
import { runJob } from '../jobs/run-job.ts';
import { generateRun } from './generate-run.ts';
import { generateShard } from './generate-shard.ts';

// run by killed-worker.int.test.ts: a worker that makes the rows of runs, or holds when it is to store those of a
// later shard, until it is killed
const [notes = '', mode = ''] = process.argv.slice(2);
const app = createDeps(readEnv(process.env), 'worker', { poolSize: 4 });
const queue = await app.queueOf();
const note = (text: string): void => appendFileSync(notes, `${text}\n`);

const holding: Deps = {
  ...app.deps,
  tables: {
    ...app.deps.tables,
    write: async (options) => {
      if (options.rowStart === 0) return app.deps.tables.write(options);
      note(`holds at ${options.rowStart}`);
      return new Promise(() => undefined);
    },
  },
};

await queue.work({
  queue: 'heavy',
  concurrency: 1,
  handlers: {
    'generation.run': async (data, { signal }) => {
      const { orgId, jobId } = data as { orgId: string; jobId: string };
      const delivery = { orgId, jobId, lastAttempt: true, signal };
      await runJob(app.deps, 'generation.run', (run) => generateRun(app.deps, run), delivery);
    },
    'generation.shard': async (data, { signal }) => {
      const { orgId, jobId } = data as { orgId: string; jobId: string };
      const delivery = { orgId, jobId, lastAttempt: true, signal };
      const deps = mode === 'hold' ? holding : app.deps;
      await runJob(
        app.deps,
        'generation.shard',
        async (run) => {
          note(`shard ${run.job.payload.shard} by ${process.pid}`);
          return generateShard(deps, run);
        },
        delivery,
      );
    },
  },
});
