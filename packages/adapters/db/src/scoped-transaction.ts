import type pg from 'pg';
import type { Scope } from './repositories/context.ts';

/** Statements on a transaction's own connection, prepared once for each connection under their name. */
export type Statements = {
  run: <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) => Promise<Answer<Row>>;
  /**
   * Sends a statement and goes on: its failure ends the transaction before it can commit. For statements whose
   * answer nobody needs.
   */
  send: (name: string, text: string, values: unknown[]) => void;
};

export type Answer<Row> = { rows: Row[]; rowCount: number | null };

/** A transaction on one connection, which only the organisation of its scope exists for. */
export type ScopedTransaction = {
  client: pg.PoolClient;
  statements: Statements;
  /** Ends it with all that was sent, or throws and leaves nothing. The connection is free afterwards. */
  commit: () => Promise<void>;
  /** Takes everything back. Returns what failed first: everything after it only hears that the transaction is over. */
  rollback: (error: unknown) => Promise<unknown>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function literal(id: string | null): string {
  if (id === null) return "''";
  if (!UUID.test(id)) throw new TypeError('A scope is made of ids.');
  return `'${id}'`;
}

/**
 * Begins on a connection of the pool, and does not wait for the answer: the scope travels with BEGIN and the first
 * statement right behind it, as COMMIT does behind the last.
 */
export async function beginScoped(pool: pg.Pool, { orgId, userId }: Scope): Promise<ScopedTransaction> {
  const begin = `BEGIN; SET LOCAL assay.org_id = ${literal(orgId)}; SET LOCAL assay.user_id = ${literal(userId)}`;
  const client = await pool.connect();
  const sent: Promise<unknown>[] = [];
  const goOn = (answer: Promise<unknown>) => {
    sent.push(answer);
    // Looked at with the other answers; until then a failure must not count as unhandled.
    answer.catch(() => undefined);
  };
  goOn(client.query(begin));
  return {
    client,
    statements: {
      run: (name, text, values) => client.query({ name, text, values }),
      send: (name, text, values) => goOn(client.query({ name, text, values })),
    },
    commit: async () => {
      const committing = client.query('COMMIT');
      const answers = await Promise.allSettled([...sent, committing]);
      // A connection that was lost is not given to anybody else: the pool sees that by itself.
      client.release();
      const failed = answers.find((each) => each.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      // The server answers a COMMIT of a transaction in which something failed by taking it back.
      if ((await committing).command !== 'COMMIT') throw new Error('The transaction was taken back.');
    },
    rollback: async (error) => {
      const ended = client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
      const failed = (await Promise.allSettled(sent)).find((each) => each.status === 'rejected');
      await ended;
      return failed === undefined ? error : failed.reason;
    },
  };
}
