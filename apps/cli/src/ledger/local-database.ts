import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { CommandError } from '../frame/command-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs work with the environment of a local installation: the one that this process was given, as in a container, or
 * one whose database the launcher lends, started for this work if it does not run.
 *
 * @throws CommandError in the launcher's words, when there is no such installation or its database does not start
 */
export async function withLocalDatabase<T>(
  home: string | null,
  env: Environment,
  signal: AbortSignal,
  work: (env: Environment) => Promise<T>,
): Promise<T> {
  if (home === null && env.DATABASE_APP_URL) return work(env);
  const root = env.ASSAY_ROOT ?? '';
  const launcher = join(root, 'packages/tools/launch/src/main.ts');
  if (root === '' || !existsSync(launcher)) {
    throw new CommandError(
      'A local installation is opened by the launcher: run "npm run -s assay -- ledger export" in the repository, or set DATABASE_APP_URL and the rest of its environment.',
    );
  }
  const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const args = ['--import', tsx, launcher, 'lend-database', ...(home === null ? [] : [home])];
  const lender = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C is for this process: the lender ends when its input does.
    detached: true,
  });
  const ended = once(lender, 'close');
  let said = '';
  lender.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const giveBack = () => lender.stdin.end();
  signal.addEventListener('abort', giveBack);
  try {
    for await (const line of createInterface({ input: lender.stdout })) {
      return await work({ ...env, ...(JSON.parse(line) as Record<string, string>) });
    }
    await ended;
    throw new CommandError(said.trim().split('\n').at(-1) || 'The installation could not be opened.');
  } finally {
    signal.removeEventListener('abort', giveBack);
    giveBack();
    await ended;
  }
}
