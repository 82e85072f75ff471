import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { JoinablePool, joinPrisma } from './joined-prisma.ts';
import { createListener, type Listener } from './listener.ts';
import type { Scope } from './repositories/context.ts';
import { createRepositories, type Repositories } from './repositories/index.ts';
import { beginScoped } from './scoped-transaction.ts';
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

const CONNECT_MS = 15_000;
const STATEMENT_MS = 60_000;
const IDLE_MS = 60_000;

/** Opens the database with the application's role and, beside it, the narrow role for work between tenants. */
export function createDb(config: DbConfig): Db {
  const pool = new JoinablePool({
    connectionString: config.appUrl,
    max: config.poolSize,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
  });
  // The server ends what hangs: a statement, and a transaction whose process has forgotten it.
  pool.on('connect', (client) => {
    const limits = `SET statement_timeout = ${STATEMENT_MS}; SET idle_in_transaction_session_timeout = ${IDLE_MS}`;
    client.query(limits).catch(() => undefined);
  });
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
    transactionOptions: { maxWait: CONNECT_MS, timeout: STATEMENT_MS },
  });
  const listener = createListener(config.appUrl);
  return {
    transaction: async (scope, run) => {
      const transaction = await beginScoped(pool, scope);
      const guest = joinPrisma(prisma, transaction.client);
      let result: Awaited<ReturnType<typeof run>>;
      try {
        result = await run(createRepositories({ t: guest.t, statements: transaction.statements }, scope));
        await guest.leave();
      } catch (error) {
        await guest.leave().catch(() => undefined);
        throw await transaction.rollback(error);
      }
      await transaction.commit();
      return result;
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
