import { aptInstall, canInstall, onPath } from './programs.ts';
import { startService } from './service-process.ts';

export type RedisServer = { url: string; port: number; pid: number; stop(): Promise<void> };

async function resolveRedis(): Promise<string> {
  const found = onPath(['redis-server']);
  if (found !== undefined) return found;
  if (canInstall()) await aptInstall('redis-server');
  const installed = onPath(['redis-server']);
  if (installed === undefined) {
    throw new Error(
      'These tests need Redis. Install it (sudo apt-get install -y redis-server) and run them again.',
    );
  }
  return installed;
}

/** Starts a Redis of its own on a free port, in memory only; installs it where this process may. */
export async function startRedis(): Promise<RedisServer> {
  const file = await resolveRedis();
  const { port, pid, stop } = await startService('redis', (onPort, folder) => ({
    file,
    args: [
      '--port',
      String(onPort),
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ],
  }));
  return { url: `redis://127.0.0.1:${port}/0`, port, pid, stop };
}
