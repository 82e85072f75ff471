import { nearHashes } from '@assay/vision';

/** Bits of 64 in which pictures that look alike may differ. */
export const MOST_DIFFERING_BITS = 6;

type Hashed = { id: string; hash: bigint; alike: string | null };

/**
 * What has to change so that pictures that look alike share an id: the smallest of them. Two that are each like a third
 * are alike too.
 */
export function alikeChanges(images: readonly Hashed[]): { id: string; alike: string | null }[] {
  const parent = images.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    for (let each = at; parent[each] !== root; ) {
      const next = parent[each] as number;
      parent[each] = root;
      each = next;
    }
    return root;
  };
  const pairs = nearHashes(
    images.map((image) => image.hash),
    MOST_DIFFERING_BITS,
  );
  const hasLike = new Uint8Array(images.length);
  for (const [one, other] of pairs) {
    hasLike[one] = 1;
    hasLike[other] = 1;
    const [a, b] = [rootOf(one), rootOf(other)];
    // They come in the order of their ids, so that the smaller place is the smaller id.
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  return images.flatMap(({ id, alike }, at) => {
    const now = hasLike[at] === 1 ? (images[rootOf(at)]?.id ?? null) : null;
    return now === alike ? [] : [{ id, alike: now }];
  });
}
