import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';
import { tsxLoader } from './run-node.ts';

export type Child = {
  name: string;
  stop: () => Promise<void>;
  /** Nothing while it has ended and is not started again yet. */
  pid: () => number | undefined;
};

/** Preloaded into each child: it ends when the launcher's end of the channel is gone, however that went. */
function lifelineFile(): string {
  const file = path.join(root, 'node_modules', '.assay-lifeline.mjs');
  writeFileSync(file, "process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));\n");
  return pathToFileURL(file).href;
}

const RESTART_MS = 1000;
const KILL_AFTER_MS = 12_000;

/** Keeps one child running: restarted when it ends by itself, stopped by SIGTERM and, if deaf, by SIGKILL. */
export function keepRunning(spec: {
  name: string;
  script: string;
  args?: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  tsx?: boolean;
  say: (line: string) => void;
}): Child {
  const lifeline = lifelineFile();
  let child: ChildProcess;
  let stopping = false;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const start = () => {
    child = fork(spec.script, [...(spec.args ?? [])], {
      cwd: spec.cwd,
      env: { ...process.env, ...spec.env },
      execArgv: ['--import', lifeline, ...(spec.tsx ? ['--import', tsxLoader] : [])],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('exit', (code, signal) => {
      if (stopping) return;
      spec.say(`${spec.name} ended (${signal ?? code}) and is started again.`);
      setTimeout(() => {
        if (!stopping) start();
      }, RESTART_MS);
    });
  };
  start();
  return {
    name: spec.name,
    pid: () => (hasEnded() ? undefined : child.pid),
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (hasEnded()) return resolve();
        const last = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
        child.once('exit', () => {
          clearTimeout(last);
          resolve();
        });
        child.kill('SIGTERM');
        return undefined;
      }),
  };
}
