import { createPostgresBackend, DEFAULT_SCHEMA, isPgPool, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { QueueBackend } from './queue-backend.ts';

const { Queue, Worker } = withBackend(createPostgresBackend);

/**
 * BullMQ on PostgreSQL over one pool. Without it every queue and worker would open a pool of its own. A worker
 * keeps one of the connections to LISTEN on, so each makes the pool larger by one.
 */
export async function postgresBackend(config: {
  databaseUrl: string;
  maxConnections: number;
  onError: (error: Error) => void;
}): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    max: config.maxConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'assay-queue',
  });
  // each queue and worker listens to the shared pool
  pool.setMaxListeners(0);
  pool.on('error', config.onError);
  // one that is lost while it is in use fails its next query; unheard, it would end the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  // BullMQ's own description of a pool, which pg's type only fits after its check
  const connection: unknown = pool;
  if (!isPgPool(connection)) throw new TypeError('BullMQ does not accept this pool.');
  try {
    const client = await pool.connect();
    try {
      await runMigrations(client, DEFAULT_SCHEMA);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }

  return {
    queue: (name) => new Queue<unknown, void, string>(name, { connection }),
    worker: (name, processor, options) => {
      pool.options.max += 1;
      const worker = new Worker<unknown, void, string>(name, processor, { ...options, connection });
      worker.once('closed', () => {
        pool.options.max -= 1;
      });
      return worker;
    },
    ping: async () => {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}
