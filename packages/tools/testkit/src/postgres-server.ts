import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from './exit-cleanup.ts';
import { freePort } from './free-port.ts';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';
import { runCommand } from './run-command.ts';
import { createRunDirectory, type RunDirectory, sweepRunDirectories } from './run-directory.ts';

export type PostgresServer = {
  /** The superuser's connection to the database `postgres`. */
  url: string;
  port: number;
  /** The server's main process, for tests that kill it. */
  pid: number;
  stop(): Promise<void>;
};

/** Durability is off: a test's data lives as long as its run. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  TimeZone: 'UTC',
  lc_messages: 'C',
  // shared segments in the data folder go with it, even after a kill
  dynamic_shared_memory_type: 'mmap',
};

const password = (): string => randomBytes(16).toString('hex');

async function initialise({ bin, user }: PostgresBinaries, folder: string, secret: string): Promise<string> {
  const home = join(folder, 'server');
  mkdirSync(home, { mode: 0o700 });
  const secretFile = join(home, 'password');
  writeFileSync(secretFile, secret, { mode: 0o600 });
  if (user !== null) for (const path of [home, secretFile]) chownSync(path, user.uid, user.gid);
  const data = join(home, 'data');
  await runCommand(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${secretFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '-N',
    ],
    { ...user, cwd: home },
  );
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  return data;
}

/** Starts on a free port; a port that was taken in between costs another try. */
async function launch({ bin, user }: PostgresBinaries, data: string): Promise<number> {
  const log = join(data, '..', 'server.log');
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      await runCommand(
        join(bin, 'pg_ctl'),
        ['start', '-D', data, '-w', '-t', '60', '-s', '-l', log, '-o', `-p ${port}`],
        { ...user, cwd: data },
      );
      return port;
    } catch (error) {
      if (tries === 3) {
        const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-4000) : '';
        throw new Error(`PostgreSQL did not start.\n${said}`, { cause: error });
      }
    }
  }
}

function stopNow({ bin, user }: PostgresBinaries, data: string, run: RunDirectory): void {
  spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w', '-s'], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  run.remove();
}

/**
 * Starts a PostgreSQL 18 of its own in a new folder, in memory where there is room. It is stopped and its data
 * removed by `stop`, at the latest when the process ends; what a killed run left is swept by the next start.
 */
export async function startPostgres(): Promise<PostgresServer> {
  sweepRunDirectories();
  const binaries = postgresBinaries();
  const run = createRunDirectory('postgres');
  const withdraw = onExit(() => stopNow(binaries, join(run.path, 'server', 'data'), run));
  const secret = password();
  const data = await initialise(binaries, run.path, secret);
  const port = await launch(binaries, data);
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  run.noteService(pid);
  return {
    url: `postgresql://postgres:${secret}@127.0.0.1:${port}/postgres`,
    port,
    pid,
    stop: async () => {
      withdraw();
      stopNow(binaries, data, run);
    },
  };
}
