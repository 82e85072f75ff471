import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { onExit } from './exit-cleanup.ts';
import { freePort } from './free-port.ts';
import { createRunDirectory, sweepRunDirectories } from './run-directory.ts';

export type ServiceProcess = { port: number; folder: string; pid: number; stop(): Promise<void> };

function knock(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}

async function attempt(
  kind: string,
  command: (port: number, folder: string) => { file: string; args: readonly string[] },
): Promise<ServiceProcess> {
  const run = createRunDirectory(kind);
  const folder = join(run.path, 'files');
  mkdirSync(folder);
  const port = await freePort();
  const log = join(run.path, 'log');
  const output = openSync(log, 'w');
  const { file, args } = command(port, folder);
  const child = spawn(file, args, { cwd: folder, stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const kill = (): void => {
    child.kill('SIGKILL');
    run.remove();
  };
  const withdraw = onExit(kill);
  const pid = child.pid ?? 0;
  if (pid > 0) run.noteService(pid);
  try {
    await eventually(() => (over ? undefined : knock(port)), { timeout: 30_000 });
    if (over) throw new Error(`${kind} ended at once.`);
  } catch (error) {
    const said = readFileSync(log, 'utf8').slice(-4000);
    withdraw();
    kill();
    throw new Error(`${kind} did not start.\n${said}`, { cause: error });
  }
  return {
    port,
    folder,
    pid,
    stop: async () => {
      withdraw();
      child.kill('SIGKILL');
      await ended;
      run.remove();
    },
  };
}

/**
 * Starts a server as a child process on a free port, in a folder of its own, and waits until it answers.
 * A port that was taken in between costs another try. Ends with `stop`, at the latest with this process.
 */
export async function startService(
  kind: string,
  command: (port: number, folder: string) => { file: string; args: readonly string[] },
): Promise<ServiceProcess> {
  sweepRunDirectories();
  try {
    return await attempt(kind, command);
  } catch {
    return attempt(kind, command);
  }
}
