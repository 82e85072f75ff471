import type { RepositoryContext } from './context.ts';

/** The ledger's tree as the sequencer left it; read-only for the application. */
export function createLedgerRepository({ t, orgId }: RepositoryContext) {
  return {
    head: () => t.ledgerHead.findUnique({ where: { orgId } }),
    tile: async (level: number, tile: bigint): Promise<Uint8Array | null> => {
      const row = await t.ledgerTile.findUnique({ where: { orgId_level_tile: { orgId, level, tile } } });
      return row?.hashes ?? null;
    },
    /** Several tiles in one statement, by `level/tile`; those that there are. */
    tiles: async (
      places: ReadonlyArray<{ level: number; tile: bigint }>,
    ): Promise<Map<string, Uint8Array>> => {
      const rows = await t.ledgerTile.findMany({
        where: { orgId, OR: places.map(({ level, tile }) => ({ level, tile })) },
      });
      return new Map(rows.map((row) => [`${row.level}/${row.tile}`, row.hashes]));
    },
    /** Pages of checkpoints, from old to new. */
    checkpointsAfter: (size: bigint, limit: number) =>
      t.ledgerCheckpoint.findMany({
        where: { orgId, size: { gt: size } },
        orderBy: { size: 'asc' },
        take: limit,
      }),
    latestCheckpoint: () => t.ledgerCheckpoint.findFirst({ where: { orgId }, orderBy: { size: 'desc' } }),
  };
}
