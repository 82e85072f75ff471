import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Remembered answers to POST requests that carried an Idempotency-Key, for a day. */
export function createIdempotencyRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    find: async (actorId: string, key: string) => {
      const row = await t.idempotencyKey.findUnique({
        where: { orgId_actorId_key: { orgId, actorId, key } },
      });
      // An earlier version kept rows without an answer; one that never came binds nobody.
      return row === null || row.status === null ? null : { ...row, status: row.status };
    },
    /**
     * Takes the key until the transaction ends, however it ends: with its process, too. False when another one
     * holds it.
     */
    hold: async (actorId: string, key: string): Promise<boolean> => {
      const { rows } = await statements.run<{ held: boolean }>(
        'idempotency_hold',
        'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held',
        [`idempotency ${orgId} ${actorId} ${key}`],
      );
      return rows[0]?.held ?? false;
    },
    remember: async (row: {
      id: string;
      actorId: string;
      key: string;
      requestHash: Uint8Array<ArrayBuffer>;
      status: number;
      response: Prisma.InputJsonValue;
    }): Promise<void> => {
      const { actorId, key, requestHash, status, response } = row;
      await t.idempotencyKey.upsert({
        where: { orgId_actorId_key: { orgId, actorId, key } },
        create: { ...row, orgId },
        update: { requestHash, status, response },
      });
    },
  };
}
