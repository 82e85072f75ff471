import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { PrismaClient } from './generated/client.ts';
import type { TransactionClient } from './repositories/context.ts';

/** The connection of the transaction that Prisma is asked to join. */
const joining = new AsyncLocalStorage<pg.PoolClient>();

/** A pool that gives Prisma the connection of the transaction it joins, and otherwise one of its own. */
export class JoinablePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): void;
  override connect(
    callback?: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: unknown) => void,
    ) => void,
  ): Promise<pg.PoolClient> | undefined {
    if (callback !== undefined) {
      super.connect(callback);
      return undefined;
    }
    const joined = joining.getStore();
    return joined === undefined ? super.connect() : Promise.resolve(joined);
  }
}

export type JoinedPrisma = {
  /** Prisma in the transaction; it joins when it is first asked for something. */
  t: TransactionClient;
  /** Ends Prisma's part; throws when Prisma gave the transaction up. The transaction itself is ended by its owner. */
  leave: () => Promise<void>;
};

/**
 * Prisma as a guest in a transaction that somebody else began and will end. Commands whose statements are all
 * prepared ones never wake it: it takes more processor time than everything else in a small command.
 */
export function joinPrisma(prisma: PrismaClient, client: pg.PoolClient): JoinedPrisma {
  let joined: TransactionClient | null = null;
  let joins: Promise<TransactionClient> | null = null;
  let leave: () => Promise<void> = async () => undefined;
  const join = () => {
    joins ??= new Promise<TransactionClient>((resolve, reject) => {
      let end: () => void = () => undefined;
      const ended = new Promise<void>((resolveEnded) => {
        end = resolveEnded;
      });
      const over = joining.run(guest(client), () =>
        prisma.$transaction((t) => {
          joined = t;
          resolve(t);
          return ended;
        }),
      );
      over.catch(reject);
      leave = () => {
        end();
        return over;
      };
    });
    return joins;
  };
  const t = new Proxy<TransactionClient>(prisma, {
    get: (_, name) => {
      if (joined !== null) return Reflect.get(joined, name);
      if (typeof name !== 'string') return undefined;
      if (name.startsWith('$')) {
        return (...args: unknown[]) =>
          join().then((client) => Reflect.apply(Reflect.get(client, name), client, args));
      }
      return new Proxy(
        {},
        {
          get:
            (_model, operation) =>
            (...args: unknown[]) =>
              join().then((client) => {
                const model = Reflect.get(client, name);
                return Reflect.apply(Reflect.get(model, operation), model, args);
              }),
        },
      );
    },
  });
  return { t, leave: () => leave() };
}

const NOTHING = { rows: [], fields: [], rowCount: 0 };

/** The connection as Prisma sees it: its BEGIN, COMMIT and release do nothing, as they are not its to decide. */
function guest(client: pg.PoolClient): pg.PoolClient {
  let givenUp = false;
  const query = (config: pg.QueryConfig): Promise<unknown> => {
    if (config.text === 'ROLLBACK') givenUp = true;
    if (config.text === 'COMMIT' && givenUp)
      return Promise.reject(new Error('Prisma gave the transaction up.'));
    if (config.text === 'BEGIN' || config.text === 'COMMIT' || config.text === 'ROLLBACK') {
      return Promise.resolve(NOTHING);
    }
    return client.query(config);
  };
  const nothing = () => undefined;
  return Object.create(client, {
    query: { value: query },
    on: { value: nothing },
    removeListener: { value: nothing },
    release: { value: nothing },
  });
}
