import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { QueueBackend } from './queue-backend.ts';

/** BullMQ on Redis: one connection for commands, one more per worker to block on (made by BullMQ). */
export async function redisBackend(config: {
  redisUrl: string;
  onError: (error: Error) => void;
}): Promise<QueueBackend> {
  const connection = new Redis(config.redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
  connection.on('error', config.onError);
  connection.setMaxListeners(0);
  try {
    await connection.connect();
  } catch (error) {
    connection.disconnect();
    throw new Error('Redis does not answer. See that it runs at REDIS_URL and start again.', {
      cause: error,
    });
  }
  return {
    queue: (name) => new Queue<unknown, void, string>(name, { connection }),
    worker: (name, processor, options) =>
      new Worker<unknown, void, string>(name, processor, { ...options, connection }),
    ping: async () => {
      await connection.ping();
    },
    close: async () => {
      if (connection.status === 'ready') await connection.quit();
      else connection.disconnect();
    },
  };
}
