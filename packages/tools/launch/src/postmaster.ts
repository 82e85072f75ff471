import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './lock.ts';

const pidFile = (data: string) => path.join(data, 'postmaster.pid');

/** The server's main process, as its lock file names it. */
export function postmasterPid(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile(data), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Does any process, such as one that serves a connection, still work in the data folder? */
function anyoneInside(data: string): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === data && isAlive(Number(name));
    } catch {
      return false;
    }
  });
}

/**
 * Removes the lock of a killed server whose process nobody has reaped: the server itself takes such a process for a
 * living one and never starts again. Kept while anything still works in the folder. Linux only: elsewhere orphans
 * are reaped.
 */
export function clearDeadLock(data: string): void {
  const pid = postmasterPid(data);
  if (process.platform !== 'linux' || pid === undefined || isAlive(pid) || anyoneInside(data)) return;
  rmSync(pidFile(data), { force: true });
}
