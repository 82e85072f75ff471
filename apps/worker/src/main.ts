import { handlers, queueHandlers } from '@assay/jobs';
import { createDeps, health, readEnv } from '@assay/services';
import { createMetrics } from '@assay/telemetry';
import { startHealthServer } from './health-server.ts';
import { startLoops } from './loops.ts';
import { workerLoops } from './worker-loops.ts';

/** Jobs at a time: light and outward ones wait for others, heavy ones fill memory and processor. */
const CONCURRENCY = { light: 4, heavy: 2, outward: 16 };
/** A job that still runs this long after SIGTERM goes back to the queue. */
const GRACE_MS = 7000;
const LIMIT_MS = 10_000;

function environment(): ReturnType<typeof readEnv> {
  try {
    return readEnv(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

const env = environment();
const app = createDeps(env, 'worker');
const { deps, queue } = app;
const { log } = deps;
const workerId = deps.ids.next();

const metrics = createMetrics();
const jobSeconds = metrics.histogram({
  name: 'assay_job_seconds',
  help: 'How long deliveries of jobs took, by kind and outcome.',
  labels: ['kind', 'outcome'],
  buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 1800],
});
const loopSeconds = metrics.histogram({
  name: 'assay_loop_seconds',
  help: 'How long one round of a loop took, by loop and outcome.',
  labels: ['loop', 'outcome'],
});

const loops = startLoops(workerLoops(app, workerId), log, (loop, outcome, seconds) =>
  loopSeconds.observe({ loop, outcome }, seconds),
);
const jobs = await app.queueOf();
for (const name of ['light', 'heavy', 'outward'] as const) {
  await jobs.work({
    queue: name,
    concurrency: CONCURRENCY[name],
    handlers: queueHandlers(deps, name, handlers, (kind, outcome, seconds) =>
      jobSeconds.observe({ kind, outcome }, seconds),
    ),
  });
}
const server =
  env.WORKER_PORT === undefined
    ? null
    : await startHealthServer(
        env.WORKER_PORT,
        () => health(deps, { pingQueue: () => queue.ping() }),
        metrics,
      );
log.info({ workerId, region: deps.region }, 'The worker takes jobs.');

async function stop(): Promise<void> {
  log.info({ workerId }, 'The worker ends.');
  server?.close();
  await Promise.all([loops.stop(), app.closeQueues({ graceMs: GRACE_MS })]);
  await deps.db
    .transaction({ orgId: null, userId: null }, (t) => t.workers.leave(workerId))
    .catch((err: unknown) => log.warn({ err }, 'The worker could not say that it left.'));
  await app.close();
}

let asked = false;
function onSignal(): void {
  if (asked) return;
  asked = true;
  // What does not end by then ends with the process; its jobs are taken over as those of a lost worker are.
  setTimeout(() => process.exit(1), LIMIT_MS).unref();
  stop().then(
    () => process.exit(0),
    (err: unknown) => {
      log.error({ err }, 'The worker did not end cleanly.');
      process.exit(1);
    },
  );
}
process.on('SIGTERM', onSignal);
process.on('SIGINT', onSignal);
