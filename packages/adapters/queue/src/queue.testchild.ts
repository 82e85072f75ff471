import { createQueue } from './index.ts';

// run by queue.int.test.ts: takes one job, says so, and holds it until it is killed; when it lost its claim on it, it
// says whether that stopped the job
const config: { databaseUrl: string; redisUrl?: string; region: string } = JSON.parse(
  process.argv[2] ?? '{}',
);
const say = (details: object, message: string): void => console.error(message, details);
let held: AbortSignal | undefined;
const warn = (details: object, message: string): void => {
  say(details, message);
  if (message.includes('claim')) setTimeout(() => process.stdout.write(`stopped: ${held?.aborted}\n`));
};
const queue = await createQueue({ ...config, log: { info: say, warn, error: say } });
await queue.work({
  queue: 'killed',
  concurrency: 1,
  handlers: {
    hold: async (_data, { jobId, signal }) => {
      held = signal;
      process.stdout.write(`${jobId}\n`);
      await new Promise(() => undefined);
    },
  },
});
