import { type ChildProcess, spawn } from 'node:child_process';
import type { TestDeps } from './test-deps.ts';

/** A worker of its own, that a test may kill; `program` is a file of this repository that is run from source. */
export function startWorker(
  env: TestDeps,
  program: string,
  args: readonly string[],
  { home, region, redisUrl }: { home: string; region: string; redisUrl: string | null },
): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DATABASE_APP_URL: env.appUrl,
      DATABASE_SYSTEM_URL: env.systemUrl,
      DATABASE_QUEUE_URL: env.queueUrl,
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      ASSAY_HOME: home,
      ASSAY_SECRET: Buffer.alloc(32, 7).toString('base64'),
      ASSAY_REGION: region,
      LOG_LEVEL: 'silent',
    },
  });
}
