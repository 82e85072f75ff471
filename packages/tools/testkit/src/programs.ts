import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.ts';

/** The path of the first of these programs that is on PATH and may be run. */
export function onPath(names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // look on
      }
    }
  }
  return undefined;
}

/** Whether this process may install packages: root on Debian, Ubuntu or a relative. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && onPath(['apt-get']) !== undefined;
}

/** Installs a Debian package; waits for another installation that holds the lock. */
export async function aptInstall(name: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
  try {
    await apt('install', '-y', '-q', '--no-install-recommends', name);
  } catch {
    // a fresh image has no package lists
    await apt('update', '-q');
    await apt('install', '-y', '-q', '--no-install-recommends', name);
  }
}
