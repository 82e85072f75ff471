import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'assay-run-';
const MEMORY = '/dev/shm';
/** A container's default /dev/shm of 64 MB cannot hold a cluster. */
const MEMORY_AT_LEAST = 2 * 1024 ** 3;

/** A folder that belongs to one running process and may hold one service. */
export type RunDirectory = {
  path: string;
  /** Notes the service's process, so that a later run can end it should this one die without cleaning up. */
  noteService(pid: number): void;
  remove(): void;
};

function roots(): string[] {
  const found: string[] = [];
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize >= MEMORY_AT_LEAST) found.push(MEMORY);
  } catch {
    // no such folder on this system
  }
  found.push(tmpdir());
  return found;
}

/** When a process started, so that a reused pid is not taken for its former owner; '' where unknown. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function ownerLives(path: string): boolean {
  try {
    const [pid, start] = readFileSync(join(path, 'owner'), 'utf8').split(' ');
    return isAlive(Number(pid)) && startOf(Number(pid)) === start;
  } catch {
    return false;
  }
}

/** Ends the service noted in `path`, but only a process that works in that folder: pids are reused. */
function endService(path: string): void {
  try {
    const pid = Number(readFileSync(join(path, 'service'), 'utf8'));
    const cwd = readlinkSync(`/proc/${pid}/cwd`);
    if (cwd === path || cwd.startsWith(`${path}/`)) process.kill(pid, 'SIGQUIT');
  } catch {
    // never noted, or gone already
  }
}

/** Ends the services and removes the folders of runs whose process is gone. */
export function sweepRunDirectories(): void {
  for (const root of roots()) {
    for (const name of readdirSync(root)) {
      if (!name.startsWith(PREFIX)) continue;
      const path = join(root, name);
      if (ownerLives(path)) continue;
      endService(path);
      try {
        rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      } catch {
        // another user's, or being swept by another run
      }
    }
  }
}

/** Makes a folder owned by this process, in memory where there is room, else in the system's temporary folder. */
export function createRunDirectory(kind: string): RunDirectory {
  const root = roots()[0] ?? tmpdir();
  const name = `${PREFIX}${kind}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const path = join(root, name);
  // made under another name first: a sweep in another process must never see it without its owner
  const draft = join(root, `.${name}`);
  mkdirSync(draft, { mode: 0o755 });
  writeFileSync(join(draft, 'owner'), `${process.pid} ${startOf(process.pid)}`);
  renameSync(draft, path);
  return {
    path,
    noteService: (pid) => writeFileSync(join(path, 'service'), String(pid)),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }),
  };
}
