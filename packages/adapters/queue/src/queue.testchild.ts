import { createQueue } from './index.ts';

// run by queue.int.test.ts: takes one job, says so, and holds it until it is killed
const config: { databaseUrl: string; redisUrl?: string; region: string } = JSON.parse(
  process.argv[2] ?? '{}',
);
const say = (details: object, message: string): void => console.error(message, details);
const queue = await createQueue({ ...config, log: { info: say, warn: say, error: say } });
await queue.work({
  queue: 'killed',
  concurrency: 1,
  handlers: {
    hold: async (_data, { jobId }) => {
      process.stdout.write(`${jobId}\n`);
      await new Promise(() => undefined);
    },
  },
});
