import path from 'node:path';
import { buildWeb, generateClient, generateVerifyPage } from './build.ts';
import { type Child, keepRunning } from './children.ts';
import { type Database, openDatabase } from './database.ts';
import { LaunchError } from './fail.ts';
import { prepareHome } from './home.ts';
import { lockHome } from './lock.ts';
import { claimPort } from './port.ts';
import { assayHome, root } from './root.ts';
import { toolFile } from './run-node.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { seedOnce } from './seed-once.ts';

export type Running = {
  url: string;
  stop: () => Promise<void>;
  /** What web, worker and database run with. */
  env: Record<string, string>;
  pids: () => Record<string, number | undefined>;
};

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The environment that web, worker and command line share. */
export function appEnvironment(
  home: string,
  secrets: Secrets,
  database: Database,
  baseUrl: string,
): Record<string, string> {
  return {
    DATABASE_APP_URL: database.appUrl,
    DATABASE_SYSTEM_URL: database.systemUrl,
    DATABASE_QUEUE_URL: database.queueUrl,
    ASSAY_HOME: home,
    ASSAY_SECRET: secrets.secret,
    ASSAY_BASE_URL: process.env.ASSAY_BASE_URL ?? baseUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

async function waitUntilHealthy(url: string, stopped: () => boolean): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (stopped()) throw new LaunchError('Assay was stopped while it was starting.');
    if (Date.now() > until) {
      const detail = answer === null ? 'no answer' : await answer.text();
      throw new LaunchError(`The web application did not become healthy within two minutes: ${detail}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Everything of `npm start` and `npm run dev`, up to the moment when the address answers. */
export async function start(options: {
  dev: boolean;
  seed: boolean;
  /** `$ASSAY_HOME` when not given. */
  home?: string;
  /** `PORT` when not given. */
  port?: number;
  /** Serve what was built before, as it is. */
  build?: boolean;
  /** More environment for web and worker. */
  env?: Record<string, string>;
}): Promise<Running> {
  const home = options.home ?? assayHome();
  await prepareHome(home);
  const unlock = lockHome(home);
  let database: Database | null = null;
  const children: Child[] = [];
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= (async () => {
      await Promise.all(children.map((child) => child.stop()));
      await database?.stop();
      unlock();
    })();
    return stopping;
  };
  try {
    const port = await claimPort(options.port);
    const url = `http://localhost:${port}`;
    const secrets = await readSecrets(home);
    await generateClient();
    if (options.dev) await generateVerifyPage();
    const building = options.dev || options.build === false ? Promise.resolve() : buildWeb(say);
    // A failed build must not end the process while the database is being opened beside it.
    building.catch(() => undefined);
    const opened = await openDatabase(home, secrets, say);
    database = opened;
    const env = { ...appEnvironment(home, secrets, opened, url), ...options.env };
    if (options.seed) await seedOnce(home, env, say);
    await building;
    children.push(
      keepRunning({
        name: 'The worker',
        script: path.join(root, 'apps/worker/src/main.ts'),
        cwd: path.join(root, 'apps/worker'),
        tsx: true,
        // Memory of many threads, each in an arena of its own, is hardly ever given back.
        env: { ...env, MALLOC_ARENA_MAX: '2' },
        say,
      }),
      keepRunning({
        name: 'The web server',
        script: toolFile('apps/web', 'next/dist/bin/next'),
        args: [options.dev ? 'dev' : 'start', '--port', String(port)],
        cwd: path.join(root, 'apps/web'),
        env: { ...env, NODE_ENV: options.dev ? 'development' : 'production', PORT: String(port) },
        say,
      }),
    );
    await waitUntilHealthy(url, () => stopping !== null);
    return {
      url,
      stop,
      env,
      pids: () => ({
        ...Object.fromEntries(children.map((child) => [child.name, child.pid()])),
        'The database': opened.pid(),
      }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
