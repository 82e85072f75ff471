import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LaunchError } from './fail.ts';

/** Does this process run? A zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie answers signals but runs nothing.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'EPERM' || (code === 'ENOENT' && process.platform !== 'linux');
  }
}

/** Does a living process hold the home? */
export function isHeld(home: string): boolean {
  try {
    const pid = Number(readFileSync(path.join(home, 'running.pid'), 'utf8'));
    return pid !== process.pid && Number.isInteger(pid) && pid > 0 && isAlive(pid);
  } catch {
    return false;
  }
}

/**
 * Holds the home for this process, so that two starts cannot share one database folder. A lock whose process is
 * gone (kill -9, power) is taken over.
 */
export function lockHome(home: string): () => void {
  const file = path.join(home, 'running.pid');
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      mkdirSync(home, { recursive: true });
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const pid = Number(readFileSync(file, 'utf8'));
      if (pid !== process.pid && Number.isInteger(pid) && pid > 0 && isAlive(pid)) {
        throw new LaunchError(
          `Assay already runs from ${home} (process ${pid}): stop that one first, or set ASSAY_HOME to another folder.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new LaunchError(`Another start of Assay is under way in ${home}: wait for it.`);
}
