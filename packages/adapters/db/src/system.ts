import type pg from 'pg';
import type { TrashKind } from './repositories/trash.ts';

export type OutboxRow = {
  id: string;
  orgId: string;
  jobId: string;
  kind: string;
  region: string;
  priority: number;
};
export type PendingLeaf = { id: string; commitment: Uint8Array };
export type TileWrite = { level: number; tile: bigint; hashes: Uint8Array };

/** One organisation's ledger, locked for the rest of the transaction. */
export type OpenLedger = {
  size: bigint;
  root: Uint8Array;
  pending: (max: number) => Promise<PendingLeaf[]>;
  readTile: (level: number, tile: bigint) => Promise<Uint8Array | null>;
  append: (write: {
    ids: readonly string[];
    size: bigint;
    root: Uint8Array;
    tiles: readonly TileWrite[];
  }) => Promise<void>;
};

export type System = ReturnType<typeof createSystem>;

/**
 * The tasks that cross tenants, each through its own SQL function: the role behind this pool has no right to any
 * table.
 */
export function createSystem(pool: pg.Pool) {
  const inTransaction = async <T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const result = await run(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  };

  return {
    /** Hands waiting outbox rows to `send` and marks them sent, all or none. */
    dispatchOutbox: (max: number, send: (rows: OutboxRow[]) => Promise<void>): Promise<number> =>
      inTransaction(async (client) => {
        const { rows } = await client.query<OutboxRow>(
          `SELECT id, org_id AS "orgId", job_id AS "jobId", kind, region, priority FROM system_outbox_take($1)`,
          [max],
        );
        if (rows.length === 0) return 0;
        await send(rows);
        await client.query('SELECT system_outbox_done($1)', [rows.map((row) => row.id)]);
        return rows.length;
      }),

    /** Sends jobs again whose worker was silent for `silentMs`, or that have waited in the queue for `waitingMs`. */
    reviveJobs: async (limits: { silentMs: number; waitingMs: number }): Promise<number> => {
      const { rows } = await pool.query<{ n: string }>(
        `SELECT system_jobs_revive(make_interval(secs => $1), make_interval(secs => $2)) AS n`,
        [limits.silentMs / 1000, limits.waitingMs / 1000],
      );
      return Number(rows[0]?.n ?? 0);
    },

    /** Takes tasks back whose leases ran out; returns how many. */
    expireLeases: async (max: number): Promise<number> => {
      const { rows } = await pool.query<{ n: string }>('SELECT system_leases_expire($1) AS n', [max]);
      return Number(rows[0]?.n ?? 0);
    },

    ledgersWithPending: async (): Promise<string[]> => {
      const { rows } = await pool.query<{ id: string }>('SELECT system_ledger_pending_orgs() AS id');
      return rows.map((row) => row.id);
    },

    withLedger: <T>(orgId: string, run: (ledger: OpenLedger) => Promise<T>): Promise<T> =>
      inTransaction(async (client) => {
        const opened = await client.query<{ size: string; root: Buffer }>(
          'SELECT size, root FROM system_ledger_open($1)',
          [orgId],
        );
        const head = opened.rows[0];
        if (!head) throw new Error(`The ledger of ${orgId} could not be opened.`);
        return run({
          size: BigInt(head.size),
          root: head.root,
          pending: async (max) => {
            const { rows } = await client.query<{ id: string; commitment: Buffer }>(
              'SELECT id, commitment FROM system_ledger_pending($1, $2)',
              [orgId, max],
            );
            return rows;
          },
          readTile: async (level, tile) => {
            const { rows } = await client.query<{ hashes: Buffer | null }>(
              'SELECT system_ledger_tile($1, $2, $3) AS hashes',
              [orgId, level, tile.toString()],
            );
            return rows[0]?.hashes ?? null;
          },
          append: async (write) => {
            await client.query('SELECT system_ledger_append($1, $2, $3, $4, $5, $6, $7, $8)', [
              orgId,
              (write.size - BigInt(write.ids.length)).toString(),
              write.ids,
              write.size.toString(),
              Buffer.from(write.root),
              write.tiles.map((tile) => tile.level),
              write.tiles.map((tile) => tile.tile.toString()),
              write.tiles.map((tile) => Buffer.from(tile.hashes)),
            ]);
          },
        });
      }),

    checkpointsDue: async (): Promise<{ orgId: string; size: bigint; root: Uint8Array }[]> => {
      const { rows } = await pool.query<{ org_id: string; size: string; root: Buffer }>(
        'SELECT org_id, size, root FROM system_checkpoints_due()',
      );
      return rows.map((row) => ({ orgId: row.org_id, size: BigInt(row.size), root: row.root }));
    },

    addCheckpoint: async (orgId: string, size: bigint, note: string, reason: string): Promise<void> => {
      await pool.query('SELECT system_checkpoint_add($1, $2, $3, $4)', [
        orgId,
        size.toString(),
        note,
        reason,
      ]);
    },

    unreferencedBlobs: async (
      olderThanMs: number,
      max: number,
    ): Promise<{ key: string; orgId: string }[]> => {
      const { rows } = await pool.query<{ key: string; org_id: string }>(
        'SELECT key, org_id FROM system_blobs_unreferenced(make_interval(secs => $1), $2)',
        [olderThanMs / 1000, max],
      );
      return rows.map((row) => ({ key: row.key, orgId: row.org_id }));
    },

    /** Forgets an unreferenced blob row; false when something refers to it now, and its file must stay. */
    forgetBlob: async (key: string): Promise<boolean> => {
      const { rows } = await pool.query<{ gone: boolean }>('SELECT system_blob_forget($1) AS gone', [key]);
      return rows[0]?.gone ?? false;
    },

    /** Which of these keys have a row: files without one are left-overs of a crash. */
    knownBlobs: async (keys: readonly string[]): Promise<Set<string>> => {
      const { rows } = await pool.query<{ key: string }>('SELECT system_blob_known($1) AS key', [keys]);
      return new Set(rows.map((row) => row.key));
    },

    expiredUploads: async (max: number): Promise<{ orgId: string; id: string }[]> => {
      const { rows } = await pool.query<{ org_id: string; id: string }>(
        'SELECT org_id, id FROM system_uploads_expired($1)',
        [max],
      );
      return rows.map((row) => ({ orgId: row.org_id, id: row.id }));
    },

    retentionDue: async (max: number): Promise<{ orgId: string; sourceId: string }[]> => {
      const { rows } = await pool.query<{ org_id: string; source_id: string }>(
        'SELECT org_id, source_id FROM system_retention_due($1)',
        [max],
      );
      return rows.map((row) => ({ orgId: row.org_id, sourceId: row.source_id }));
    },

    /** Trash older than its days, without what is under legal hold, and exports older than theirs. */
    trashDue: async (
      ages: { trashDays: number; exportDays: number },
      max: number,
    ): Promise<{ orgId: string; kind: TrashKind | 'organisation-export'; id: string }[]> => {
      const { rows } = await pool.query<{
        org_id: string;
        kind: TrashKind | 'organisation-export';
        id: string;
      }>(
        `SELECT org_id, kind, id FROM system_trash_due(make_interval(days => $1), make_interval(days => $2), $3)
         UNION ALL
         SELECT org_id, kind, id FROM system_label_schemas_due(make_interval(days => $1), $3)`,
        [ages.trashDays, ages.exportDays, max],
      );
      return rows.map((row) => ({ orgId: row.org_id, kind: row.kind, id: row.id }));
    },

    /** Organisations deleted that many days ago and not purged yet, without those under legal hold. */
    organisationsDue: async (graceDays: number, max: number): Promise<string[]> => {
      const { rows } = await pool.query<{ id: string }>(
        'SELECT id FROM system_organisations_due(make_interval(days => $1), $2)',
        [graceDays, max],
      );
      return rows.map((row) => row.id);
    },

    /** Every organisation with its address, by address; also the deleted ones. */
    organisations: async (): Promise<{ id: string; slug: string; deleted: boolean }[]> =>
      (
        await pool.query<{ id: string; slug: string; deleted: boolean }>(
          'SELECT id, slug, deleted FROM system_organisations()',
        )
      ).rows,

    /** Rows that only ever pile up: sent outbox rows, old idempotency keys, dead workers. */
    sweep: async (): Promise<void> => {
      await pool.query('SELECT system_outbox_sweep()');
      await pool.query('SELECT system_idempotency_sweep()');
      await pool.query('SELECT system_workers_sweep()');
    },
  };
}
