import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * This process's folder for work in progress, new and empty; removes those of processes that are gone. The folder
 * must not be shared between machines, whose process numbers mean nothing to each other.
 */
export function openWorkDir(home: string | undefined, processName: string): string {
  const all = home === undefined ? join(tmpdir(), 'assay-work') : join(home, 'work');
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(all)) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1]);
    if (Number.isSafeInteger(pid) && !isAlive(pid)) rmSync(join(all, name), { recursive: true, force: true });
  }
  const own = join(all, `${processName}-${process.pid}`);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { mode: 0o700 });
  return own;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
