import { appendFileSync } from 'node:fs';
import { createDeps } from '../frame/create-deps.ts';
import type { Deps } from '../frame/deps.ts';
import { readEnv } from '../frame/read-env.ts';
import { runJob } from '../jobs/run-job.ts';
import { validateRun } from './validate-run.ts';

// run by killed-worker.int.test.ts: a worker that makes reports, or holds when it is to store the third stage, until
// it is killed
const [notes = '', mode = ''] = process.argv.slice(2);
const app = createDeps(readEnv(process.env), 'worker', { poolSize: 4 });
const queue = await app.queueOf();
const note = (text: string): void => appendFileSync(notes, `${text}\n`);
const HELD = 3;

let stages = 0;
const watched: Deps = {
  ...app.deps,
  storage: {
    ...app.deps.storage,
    put: async (key, source, options) => {
      if (!key.includes('/report-stage/')) return app.deps.storage.put(key, source, options);
      stages += 1;
      if (mode === 'hold' && stages === HELD) {
        note('holds');
        return new Promise(() => undefined);
      }
      const stored = await app.deps.storage.put(key, source, options);
      note(`${mode} stored a stage`);
      return stored;
    },
  },
};

await queue.work({
  queue: 'heavy',
  concurrency: 1,
  handlers: {
    'validation.run': async (data, { signal }) => {
      const { orgId, jobId } = data as { orgId: string; jobId: string };
      const delivery = { orgId, jobId, lastAttempt: true, signal };
      await runJob(app.deps, 'validation.run', (run) => validateRun(watched, run), delivery);
    },
  },
});
