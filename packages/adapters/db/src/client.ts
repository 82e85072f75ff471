import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { createListener, type Listener } from './listener.ts';
import type { Scope } from './repositories/context.ts';
import { createRepositories, type Repositories } from './repositories/index.ts';
import { type OpenTransaction, openTransaction, scopeTransactions } from './scoped-transaction.ts';
import { createSystem, type System } from './system.ts';

export type Db = {
  /** One transaction in which only the organisation of the scope exists. */
  transaction: <T>(scope: Scope, run: (t: Repositories) => Promise<T>) => Promise<T>;
  /** The listed doors between tenants. Absent where the process was given no system URL. */
  system: System;
  /** The sign-in library's own tables, global; for the sign-in library only. */
  identity: PrismaClient;
  listener: Listener;
  ping: () => Promise<void>;
  close: () => Promise<void>;
};

export type DbConfig = {
  appUrl: string;
  systemUrl: string;
  /** Connections for tenant work. */
  poolSize: number;
};

/** Opens the database with the application's role and, beside it, the narrow role for work between tenants. */
export function createDb(config: DbConfig): Db {
  const pool = new pg.Pool({ connectionString: config.appUrl, max: config.poolSize, pipeline: true });
  scopeTransactions(pool);
  const systemPool = new pg.Pool({ connectionString: config.systemUrl, max: 4 });
  // A connection that the server ends must not end the process, idle or between two statements of a transaction:
  // the next query fails or opens a new one.
  for (const each of [pool, systemPool]) {
    each.on('error', () => undefined);
    each.on('connect', (client) => client.on('error', () => undefined));
  }
  const statements = new Map<string, string>();
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      // Named statements are planned once for each connection; the empty name is the unnamed statement, for the
      // unlikely text beyond the bound.
      statementNameGenerator: ({ sql }) => {
        const known = statements.get(sql);
        if (known !== undefined) return known;
        if (statements.size >= 2000) return '';
        const name = `s${statements.size}`;
        statements.set(sql, name);
        return name;
      },
    }),
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  });
  const listener = createListener(config.appUrl);
  return {
    transaction: (scope, run) => {
      const open: OpenTransaction = { scope, client: null, sent: [] };
      return openTransaction.run(open, () =>
        prisma.$transaction(async (t) => {
          if (open.client === null) throw new Error('The transaction has no scope.');
          try {
            const result = await run(createRepositories(t, scope));
            await Promise.all(open.sent);
            return result;
          } catch (error) {
            // What failed first is the cause: everything after it only hears that the transaction is over.
            const failed = (await Promise.allSettled(open.sent)).find((each) => each.status === 'rejected');
            throw failed === undefined ? error : failed.reason;
          }
        }),
      );
    },
    system: createSystem(systemPool),
    identity: prisma,
    listener,
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`;
    },
    close: async () => {
      await listener.close();
      await prisma.$disconnect();
      await pool.end();
      await systemPool.end();
    },
  };
}
