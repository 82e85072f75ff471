import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Remembered answers to POST requests that carried an Idempotency-Key, for a day. */
export function createIdempotencyRepository({ t, orgId }: RepositoryContext) {
  return {
    find: (actorId: string, key: string) =>
      t.idempotencyKey.findUnique({ where: { orgId_actorId_key: { orgId, actorId, key } } }),
    /** False when another request holds the key. */
    claim: async (row: {
      id: string;
      actorId: string;
      key: string;
      requestHash: Uint8Array<ArrayBuffer>;
    }): Promise<boolean> => {
      const { count } = await t.idempotencyKey.createMany({
        data: [{ ...row, orgId }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    answer: (actorId: string, key: string, status: number, response: Prisma.InputJsonValue) =>
      t.idempotencyKey.updateMany({ where: { orgId, actorId, key }, data: { status, response } }),
    release: (actorId: string, key: string) =>
      t.idempotencyKey.deleteMany({ where: { orgId, actorId, key, status: null } }),
  };
}
