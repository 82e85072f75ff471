import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort, postgresBinaries, runCommand } from '@assay/testkit';
import { LaunchError } from './fail.ts';
import { clearDeadLock, postmasterPid } from './postmaster.ts';
import { watchPostgres } from './watch-postgres.ts';

export type EmbeddedPostgres = {
  url: string;
  /** The server's main process. */
  pid: () => number | undefined;
  stop: () => Promise<void>;
};

/** Real data: durability stays on. Sized for a machine of two cores and upwards. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  jit: 'off',
  TimeZone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  password_encryption: 'scram-sha-256',
};

/** May the server's own user enter this folder and all above it? */
function canBeEntered(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/**
 * Where the database lives: in the home, but for root in a private folder (such as /root), which the server's own
 * user cannot enter; then in /var/lib, under a name made from the home.
 */
export function databaseFolder(home: string, asRoot: boolean): string {
  if (!asRoot || canBeEntered(home)) return path.join(home, 'postgres');
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  return path.join('/var/lib/assay', name, 'postgres');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port, timeout: 1000 });
    const settle = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/** Port of a server that survived its launcher, if it still answers. */
async function survivor(data: string): Promise<number | null> {
  try {
    const port = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
    return Number.isInteger(port) && port > 0 && (await answers(port)) ? port : null;
  } catch {
    return null;
  }
}

function urlOf(password: string, port: number): string {
  return `postgresql://assay_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

const dataFolder = (home: string): string =>
  path.join(databaseFolder(home, postgresBinaries().user !== null), 'data');

/** Has this installation a PostgreSQL of its own? */
export function hasEmbeddedPostgres(home: string): boolean {
  return existsSync(path.join(dataFolder(home), 'PG_VERSION'));
}

/** The address of this installation's PostgreSQL if it runs. */
export async function survivingPostgres(home: string, password: string): Promise<string | null> {
  const port = await survivor(dataFolder(home));
  return port === null ? null : urlOf(password, port);
}

/**
 * Starts this installation's PostgreSQL, making it the first time; a server left by a killed launcher is taken over.
 * With `say` it is watched: should it die, that is said and it is started again.
 */
export async function startEmbeddedPostgres(
  home: string,
  password: string,
  say?: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const { bin, user } = postgresBinaries();
  const folder = databaseFolder(home, user !== null);
  const data = path.join(folder, 'data');
  const as = { ...user, cwd: '/' };
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (user !== null && lstatSync(folder).uid !== user.uid) chownSync(folder, user.uid, user.gid);

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    const draft = path.join(folder, 'data.draft');
    rmSync(draft, { recursive: true, force: true });
    const secret = path.join(folder, 'password');
    writeFileSync(secret, password, { mode: 0o600 });
    if (user !== null) chownSync(secret, user.uid, user.gid);
    await runCommand(
      path.join(bin, 'initdb'),
      [
        '-D',
        draft,
        '-U',
        'assay_owner',
        '-A',
        'scram-sha-256',
        `--pwfile=${secret}`,
        '-E',
        'UTF8',
        '--locale=C',
      ],
      as,
    );
    rmSync(secret);
    // The folder is called `data` only when it is whole.
    await runCommand('mv', [draft, data], as);
  }
  writeFileSync(
    path.join(data, 'postgresql.auto.conf'),
    `${Object.entries(settings)
      .map(([name, value]) => `${name} = '${value}'`)
      .join('\n')}\n`,
  );

  const startOn = async (port: number) => {
    const log = path.join(folder, 'server.log');
    clearDeadLock(data);
    try {
      await runCommand(
        path.join(bin, 'pg_ctl'),
        ['start', '-D', data, '-w', '-t', '120', '-s', '-l', log, '-o', `-p ${port}`],
        as,
      );
    } catch (error) {
      const said = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ') : '';
      throw new LaunchError(`The database in ${data} did not start: ${said || String(error)}`);
    }
  };
  const surviving = await survivor(data);
  const port = surviving ?? (await freePort());
  if (surviving === null) await startOn(port);
  const watch = say === undefined ? null : watchPostgres({ data, startAgain: () => startOn(port), say });
  return {
    url: urlOf(password, port),
    pid: () => postmasterPid(data),
    stop: async () => {
      await watch?.stop();
      await runCommand(
        path.join(bin, 'pg_ctl'),
        ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s'],
        as,
      );
    },
  };
}
