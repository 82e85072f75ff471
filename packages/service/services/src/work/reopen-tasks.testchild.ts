import { appendFileSync } from 'node:fs';
import type { Repositories } from '@assay/db';
import { createDeps } from '../frame/create-deps.ts';
import type { Deps } from '../frame/deps.ts';
import { readEnv } from '../frame/read-env.ts';
import { runJob } from '../jobs/run-job.ts';
import { reopenTasks } from './reopen-tasks.ts';

// run by reopen-tasks.int.test.ts: a worker that asks for answers again and holds in the nth transaction that writes
// what came of it, before or after its commit, until it is killed
const [notes = '', orgId = '', jobId = '', nth = '', side = ''] = process.argv.slice(2);
const app = createDeps(readEnv(process.env), 'worker', { poolSize: 4 });

const hold = (): Promise<never> => {
  appendFileSync(notes, `holds ${side} the commit\n`);
  return new Promise(() => undefined);
};

let writing = 0;
let held: Repositories | null = null;
const holding: Deps = {
  ...app.deps,
  db: {
    ...app.deps.db,
    transaction: async (scope, work) => {
      let used: Repositories | null = null;
      const result = await app.deps.db.transaction(scope, async (t) => {
        used = t;
        const result = await work(t);
        if (held === t && side === 'before') await hold();
        return result;
      });
      if (held !== null && held === used) await hold();
      return result;
    },
  },
};

await runJob(
  holding,
  'batch.ask-again',
  (run) =>
    reopenTasks(holding, {
      ...run,
      requireMine: async (t) => {
        await run.requireMine(t);
        writing += 1;
        if (writing === Number(nth)) held = t;
      },
    }),
  { orgId, jobId, lastAttempt: false, signal: new AbortController().signal },
);
