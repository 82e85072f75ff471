import { computeAside } from '../compute/compute-aside.ts';

/** Bits of 64 in which pictures that look alike may differ. */
export const MOST_DIFFERING_BITS = 6;

type Hashed = { id: string; hash: bigint; alike: string | null };

/** As `@assay/vision` has them; the database's numbers have a sign. */
export const hexOf = (hash: bigint): string => BigInt.asUintN(64, hash).toString(16).padStart(16, '0');

/**
 * What has to change so that pictures that look alike share an id: the smallest of them. Two that are each like a third
 * are alike too.
 *
 * @param images in the order of their ids
 */
export async function alikeChanges(
  images: readonly Hashed[],
  signal: AbortSignal,
): Promise<{ id: string; alike: string | null }[]> {
  const request = { hashes: images.map(({ hash }) => hexOf(hash)), distance: MOST_DIFFERING_BITS };
  const { groups } = await computeAside({ kind: 'alike', request }, { signal, progress: () => undefined });
  const shared = new Map(
    groups.flatMap((group) => group.map((at) => [at, images[group[0] ?? 0]?.id ?? null])),
  );
  return images.flatMap(({ id, alike }, at) => {
    const now = shared.get(at) ?? null;
    return now === alike ? [] : [{ id, alike: now }];
  });
}
