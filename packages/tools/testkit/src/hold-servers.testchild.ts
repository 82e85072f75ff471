import { startPostgres, startRedis, tempDirectory } from './index.ts';

// run by services.int.test.ts, which kills it
const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
const folder = tempDirectory();
process.stdout.write(
  `${JSON.stringify({ postgres: postgres.port, redis: redis.port, folder: folder.path })}\n`,
);
setInterval(() => undefined, 60_000);
