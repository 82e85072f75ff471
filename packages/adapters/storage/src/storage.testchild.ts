import { randomBytes } from 'node:crypto';
import { createStorage, type StorageConfig } from './index.ts';

// run by the storage tests: puts a long stream and says how it went
type Order = {
  config:
    | Exclude<StorageConfig, { driver: 'folder' }>
    | { driver: 'folder'; root: string; signingSecret: string };
  key: string;
  megabytes: number;
  /** Hang after the last chunk instead of ending. */
  hang: boolean;
};
const order: Order = JSON.parse(process.argv[2] ?? '');
const { config, key, megabytes, hang } = order;
const storage = createStorage(config.driver === 'folder' ? { ...config, now: () => Date.now() } : config);
const say = (text: object): boolean => process.stdout.write(`${JSON.stringify(text)}\n`);

async function* stream(): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < megabytes * 16; index += 1) yield randomBytes(65_536);
  if (!hang) return;
  say({ sent: megabytes });
  setInterval(() => undefined, 60_000);
  await new Promise(() => undefined);
}

const before = process.resourceUsage().maxRSS;
try {
  const put = await storage.put(key, stream());
  let read = 0;
  for await (const chunk of await storage.get(key)) read += chunk.byteLength;
  say({ put, read, grewMegabytes: Math.round((process.resourceUsage().maxRSS - before) / 1024) });
} catch (error) {
  const head = await storage.head(key);
  say({ error: error instanceof Error ? error.name : String(error), head });
}
