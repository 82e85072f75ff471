import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** What a transaction of the application knows of itself, for the connection that it comes to use. */
export type OpenTransaction = {
  scope: { orgId: string | null; userId: string | null };
  /** The connection, from BEGIN on. */
  client: pg.PoolClient | null;
  /** Statements that were sent and not waited for. */
  sent: Promise<unknown>[];
};

export const openTransaction = new AsyncLocalStorage<OpenTransaction>();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function literal(id: string | null): string {
  if (id === null) return "''";
  if (!UUID.test(id)) throw new TypeError('A scope is made of ids.');
  return `'${id}'`;
}

/**
 * Makes the connections of a pool set the scope of a transaction together with its BEGIN, and not wait for the
 * answer: the first statement is sent right behind it, and fails if it failed. That is one round trip instead of
 * three for each command.
 */
export function scopeTransactions(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client);
    const begin = (open: OpenTransaction): { rowCount: number } => {
      open.client = client;
      const { orgId, userId } = open.scope;
      const begun = query(
        `BEGIN; SELECT set_config('assay.org_id', ${literal(orgId)}, true), set_config('assay.user_id', ${literal(userId)}, true)`,
      );
      open.sent.push(begun);
      // Looked at with the other answers; until then a failure must not count as unhandled.
      begun.catch(() => undefined);
      return { rowCount: 0 };
    };
    Object.assign(client, {
      query: (...request: Parameters<typeof query>) => {
        const open = openTransaction.getStore();
        const config: unknown = request[0];
        if (open?.client === null && isBegin(config)) return Promise.resolve(begin(open));
        return Reflect.apply(query, client, request);
      },
    });
  });
}

function isBegin(config: unknown): boolean {
  return typeof config === 'object' && config !== null && 'text' in config && config.text === 'BEGIN';
}

/**
 * Sends a statement on the transaction's connection and goes on: its failure ends the transaction before it can
 * commit. For statements whose answer nobody needs.
 */
export function sendInTransaction(name: string, text: string, values: unknown[]): void {
  const open = openTransaction.getStore();
  if (!open?.client) throw new Error('There is no transaction to send this in.');
  const sent = open.client.query({ name, text, values });
  open.sent.push(sent);
  sent.catch(() => undefined);
}

/** Reads on the transaction's connection directly, for bytes in bulk, which are dear to pass through the client. */
export async function readInTransaction<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const open = openTransaction.getStore();
  if (!open?.client) throw new Error('There is no transaction to read in.');
  return (await open.client.query<Row>({ name, text, values })).rows;
}
