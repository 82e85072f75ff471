import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDb } from '@assay/db';
import { createSignerFactory, type Deps } from '@assay/services';
import { createStorage } from '@assay/storage';
import { createTables } from '@assay/tables';
import { createLog } from '@assay/telemetry';
import { uuidv7 } from 'uuidv7';

/** Where the database and the files of a bench are. */
export type BenchPlace = { folder: string; appUrl: string; systemUrl: string };

/** The same database and files in another process, with the tables' own settings there. */
export async function joinBenchDeps<T>(
  { folder, appUrl, systemUrl }: BenchPlace,
  tables: { memoryLimitMb: number; threads: number },
  measure: (deps: Deps) => Promise<T>,
): Promise<T> {
  const db = createDb({ appUrl, systemUrl, poolSize: 2 });
  try {
    return await measure(benchDeps(folder, db, tables));
  } finally {
    await db.close();
  }
}

export function benchDeps(folder: string, db: Deps['db'], tables = { memoryLimitMb: 256, threads: 1 }): Deps {
  const tempDir = join(folder, 'duck');
  mkdirSync(tempDir, { recursive: true });
  return {
    db,
    storage: createStorage({
      driver: 'folder',
      root: join(folder, 'files'),
      signingSecret: 'bench',
      now: () => Date.now(),
    }),
    tables: createTables({ ...tables, tempDir }),
    log: createLog({ name: 'bench', level: 'silent' }),
    clock: { now: () => new Date() },
    ids: { next: uuidv7 },
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    region: 'local',
    signerFor: createSignerFactory(new Uint8Array(createHash('sha256').update('bench').digest())),
    sendMail: null,
    webhooks: { secretOf: () => new Uint8Array(32), allowedHosts: new Set() },
    baseUrl: 'http://localhost:3000',
    workDir: folder,
  };
}
