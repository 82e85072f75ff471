import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createDb } from '@assay/db';
import { createQueue, type Queue } from '@assay/queue';
import { createStorage, type StorageConfig } from '@assay/storage';
import { createTables } from '@assay/tables';
import { createLog } from '@assay/telemetry';
import { uuidv7 } from 'uuidv7';
import { createSignerFactory } from '../ledger/create-signer-factory.ts';
import { createWebhookSecrets } from '../webhooks/create-webhook-secrets.ts';
import type { Deps } from './deps.ts';
import { deriveSecrets } from './derive-secrets.ts';
import { mailSender } from './mail-sender.ts';
import { openWorkDir } from './open-work-dir.ts';
import type { Environment } from './read-env.ts';

const GB = 1024 ** 3;
/** DuckDB's limit in each process. */
export const TABLES_MEMORY_MB = 700;

export type AppDeps = {
  deps: Deps;
  /** Signs sessions. */
  authSecret: string;
  /** Answers whether this region's queue does. */
  queue: Pick<Queue, 'ping'>;
  /** The queues of a region, this process's own by default; opened at the first call. */
  queueOf: (region?: string) => Promise<Queue>;
  /** Ends the queues and their workers; `graceMs` is how long running jobs may go on before they are handed back. */
  closeQueues: (options?: { graceMs?: number }) => Promise<void>;
  /** Ends everything that this process has open. */
  close: () => Promise<void>;
};

/** Opens everything outside that a process of the product needs. */
export function createDeps(
  env: Environment,
  name: 'web' | 'worker' | 'cli',
  options: { poolSize?: number } = {},
): AppDeps {
  const secrets = deriveSecrets(Buffer.from(env.ASSAY_SECRET, 'base64'));
  const workDir = openWorkDir(env.ASSAY_HOME, name);
  const log = createLog({ name: name, level: env.LOG_LEVEL });
  const clock = { now: () => new Date() };
  const baseUrl = env.ASSAY_BASE_URL.replace(/\/+$/, '');
  const db = createDb({
    appUrl: env.DATABASE_APP_URL,
    systemUrl: env.DATABASE_SYSTEM_URL,
    poolSize: options.poolSize ?? 10,
  });
  const tempDir = join(workDir, 'tables');
  mkdirSync(tempDir);
  const deps: Deps = {
    db,
    storage: createStorage(storageConfig(env, secrets.blobUrls, workDir, () => clock.now().getTime())),
    tables: createTables({ memoryLimitMb: TABLES_MEMORY_MB, threads: availableParallelism(), tempDir }),
    log,
    clock,
    ids: { next: uuidv7 },
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    region: env.ASSAY_REGION,
    signerFor: createSignerFactory(secrets.ledgerSeed),
    sendMail:
      env.SMTP_URL === undefined
        ? null
        : mailSender(env.SMTP_URL, env.MAIL_FROM ?? `assay@${new URL(baseUrl).hostname}`),
    webhooks: {
      secretOf: createWebhookSecrets(secrets.webhookSeed),
      allowedHosts: new Set(env.ASSAY_WEBHOOK_HOSTS),
    },
    baseUrl,
    workDir,
  };

  const queues = new Map<string, Promise<Queue>>();
  const queueOf = (region = env.ASSAY_REGION): Promise<Queue> => {
    const known = queues.get(region);
    if (known !== undefined) return known;
    const opening = createQueue({
      region,
      log,
      databaseUrl: env.DATABASE_QUEUE_URL,
      ...(env.REDIS_URL === undefined ? {} : { redisUrl: env.REDIS_URL }),
    });
    queues.set(region, opening);
    // A queue that could not be opened is tried again by the next call.
    opening.catch(() => queues.delete(region));
    return opening;
  };

  let queuesClosed: Promise<void> | null = null;
  const closeQueues: AppDeps['closeQueues'] = (closing) => {
    queuesClosed ??= (async () => {
      const opened = await Promise.allSettled(queues.values());
      for (const each of opened) if (each.status === 'fulfilled') await each.value.close(closing);
    })();
    return queuesClosed;
  };
  return {
    deps,
    authSecret: secrets.auth,
    queue: { ping: async (options) => (await queueOf()).ping(options) },
    queueOf,
    closeQueues,
    close: async () => {
      await closeQueues();
      await db.close();
      rmSync(workDir, { recursive: true, force: true });
    },
  };
}

function storageConfig(
  env: Environment,
  signingSecret: string,
  workDir: string,
  now: () => number,
): StorageConfig {
  if (env.S3_BUCKET === undefined) {
    return { driver: 'folder', root: join(env.ASSAY_HOME ?? '', 'files'), signingSecret, now };
  }
  return {
    driver: 's3',
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    // Only AWS is taken to be reached by browsers: files on another server go through the web app.
    ...(env.S3_ENDPOINT === undefined ? {} : { endpoint: env.S3_ENDPOINT, served: { signingSecret, now } }),
    ...(env.S3_ACCESS_KEY_ID === undefined || env.S3_SECRET_ACCESS_KEY === undefined
      ? {}
      : { credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY } }),
    cache: { folder: join(workDir, 'blobs'), maxBytes: 4 * GB },
  };
}
