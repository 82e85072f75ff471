import type { RepositoryContext } from './context.ts';

/** Rows for stored files. A file without a reference is swept after a day. */
export function createBlobRepository({ t, orgId }: RepositoryContext) {
  return {
    add: (row: { key: string; sha256: string; bytes: bigint; contentType: string }) =>
      t.blob.upsert({ where: { key: row.key, orgId }, create: { ...row, orgId }, update: {} }),
    /**
     * Marks stored files as needed, holding their rows so that no sweep can take them before this commits. False
     * when one of them is not there any more.
     */
    refer: async (keys: readonly string[], owner: { type: string; id: string }): Promise<boolean> => {
      const wanted = [...new Set(keys)];
      const held = await t.$queryRaw<{ key: string }[]>`
        SELECT key FROM blob WHERE org_id = ${orgId}::uuid AND key = ANY (${wanted}) ORDER BY key FOR KEY SHARE`;
      if (held.length !== wanted.length) return false;
      await t.blobRef.createMany({
        data: wanted.map((blobKey) => ({ orgId, blobKey, ownerType: owner.type, ownerId: owner.id })),
        skipDuplicates: true,
      });
      return true;
    },
    release: (owner: { type: string; id: string }) =>
      t.blobRef.deleteMany({ where: { orgId, ownerType: owner.type, ownerId: owner.id } }),
    get: (key: string) => t.blob.findUnique({ where: { key, orgId } }),
    ofOwner: (owner: { type: string; id: string }) =>
      t.blobRef.findMany({ where: { orgId, ownerType: owner.type, ownerId: owner.id } }),
    /** References to files that have no row: there must be none. */
    orphanedReferences: async (): Promise<string[]> => {
      const rows = await t.$queryRaw<{ key: string }[]>`
        SELECT r.blob_key AS key FROM blob_ref r
        WHERE r.org_id = ${orgId}::uuid AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.key = r.blob_key)`;
      return rows.map((row) => row.key);
    },
    totalBytes: async (): Promise<bigint> =>
      (await t.blob.aggregate({ where: { orgId }, _sum: { bytes: true } }))._sum.bytes ?? 0n,
  };
}
