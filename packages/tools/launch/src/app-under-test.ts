import path from 'node:path';
import { freePort, tempDirectory } from '@assay/testkit';
import { start } from './start.ts';

export type AppUnderTest = {
  url: string;
  home: string;
  env: Record<string, string>;
  pids: () => Record<string, number | undefined>;
  stop: () => Promise<void>;
};

/**
 * A whole installation of its own for a test: built if something changed, in a temporary home, on a free port, with
 * web, worker and database as `npm start` runs them.
 */
export async function startAppUnderTest(options: {
  /** With the demo organisation and its sources. */
  demo: boolean;
  env?: Record<string, string>;
}): Promise<AppUnderTest> {
  const folder = tempDirectory();
  const home = path.join(folder.path, 'home');
  try {
    const running = await start({
      dev: false,
      seed: options.demo,
      home,
      port: await freePort(),
      // While its own tests are written: take the last build although something changed.
      build: process.env.ASSAY_REUSE_BUILD !== '1',
      ...(options.env ? { env: options.env } : {}),
    });
    return {
      url: running.url,
      home,
      env: running.env,
      pids: running.pids,
      stop: async () => {
        await running.stop();
        folder.remove();
      },
    };
  } catch (error) {
    folder.remove();
    throw error;
  }
}
