import { spawn } from 'node:child_process';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@assay/testkit';
import type { Step } from './acceptance-line.ts';

/** Longer than this nobody waits for a first start. */
const START_WITHIN_MS = 15 * 60_000;
const STOP_WITHIN_MS = 60_000;

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/**
 * `npm start` in a folder until it answers that it is healthy and has printed its address, then Ctrl-C, after which
 * everything must be gone: the process, and what listened.
 */
export async function startAndInterrupt(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Step> {
  const port = await freePort();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, ...env, PORT: String(port) },
    // A group of its own: Ctrl-C reaches all processes of a terminal's group.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true;
      resolve();
    });
  });
  const signalAll = (signal: NodeJS.Signals) => {
    if (child.pid === undefined || ended) return;
    process.kill(-child.pid, signal);
  };
  const began = Date.now();
  const step = (printed: string, passed: boolean): Step => ({
    command: 'npm start, then Ctrl-C',
    printed,
    passed,
    output,
  });
  try {
    let health = 0;
    while (!ended && Date.now() - began < START_WITHIN_MS) {
      const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => null);
      health = answer?.status ?? 0;
      if (health === 200 && output.includes('Assay is ready')) break;
      await pause(250);
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    if (ended) return step('It ended before it served.', false);
    if (health !== 200) return step(`No healthy answer within ${seconds} s.`, false);
    signalAll('SIGINT');
    await Promise.race([end, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
    const left = await isOpen(port);
    if (!ended || left) return step(`Healthy after ${seconds} s, but Ctrl-C did not stop it.`, false);
    return step(`Healthy (200) after ${seconds} s; Ctrl-C stopped it.`, true);
  } finally {
    signalAll('SIGKILL');
  }
}
