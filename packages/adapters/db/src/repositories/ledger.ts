import type { LedgerCheckpoint } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

const LATEST_CHECKPOINT = `
  SELECT org_id AS "orgId", size::text, note, reason, at FROM ledger_checkpoint
  WHERE org_id = $1::uuid ORDER BY ledger_checkpoint.size DESC LIMIT 1`;

/** The ledger's tree as the sequencer left it; read-only for the application. */
export function createLedgerRepository({ t, statements, orgId }: RepositoryContext) {
  const readTiles = async (places: ReadonlyArray<{ level: number; tile: bigint }>) => {
    const { rows } = await statements.run<{ level: number; tile: string; hashes: Buffer }>(
      'ledger_tiles',
      `SELECT l.level, l.tile, l.hashes
       FROM unnest($2::int[], $3::bigint[]) AS p (level, tile)
       JOIN ledger_tile l ON l.org_id = $1::uuid AND l.level = p.level AND l.tile = p.tile`,
      [orgId, places.map((place) => place.level), places.map((place) => place.tile.toString())],
    );
    return rows;
  };
  return {
    head: () => t.ledgerHead.findUnique({ where: { orgId } }),
    tile: async (level: number, tile: bigint): Promise<Uint8Array | null> => {
      const [row] = await readTiles([{ level, tile }]);
      return row?.hashes ?? null;
    },
    /** Several tiles in one statement, by `level/tile`; those that there are. */
    tiles: async (places: ReadonlyArray<{ level: number; tile: bigint }>): Promise<Map<string, Uint8Array>> =>
      new Map((await readTiles(places)).map((row) => [`${row.level}/${row.tile}`, row.hashes])),
    /** Pages of checkpoints, from old to new. */
    checkpointsAfter: (size: bigint, limit: number) =>
      t.ledgerCheckpoint.findMany({
        where: { orgId, size: { gt: size } },
        orderBy: { size: 'asc' },
        take: limit,
      }),
    latestCheckpoint: async (): Promise<LedgerCheckpoint | null> => {
      const { rows } = await statements.run<Omit<LedgerCheckpoint, 'size'> & { size: string }>(
        'ledger_latest_checkpoint',
        LATEST_CHECKPOINT,
        [orgId],
      );
      const [row] = rows;
      return row === undefined ? null : { ...row, size: BigInt(row.size) };
    },
  };
}
