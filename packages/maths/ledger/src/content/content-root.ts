import { canonicalJson } from '../canonical-json.ts';
import { leafHash } from '../merkle/leaf-hash.ts';
import { rootHash } from '../merkle/root-hash.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hexOf } from './hex-of.ts';

/** A root that is made of rows which come in any order. */
export type ContentRoot = {
  /**
   * @param key what the row is known by, once in a root
   * @param canonical the row's canonical text (see `canonicalJson`)
   */
  add: (key: string, canonical: string) => void;
  /** The root in lower-case hexadecimal, and over how many rows it is. */
  end: () => { root: string; rows: number };
};

const encoder = new TextEncoder();

/**
 * Begins the Merkle root of a set of rows: its leaves are `canonicalJson([key, h])` sorted by key (by UTF-16 code
 * units), where `h` is the SHA-256 of the row's canonical text in lower-case hexadecimal. What the rows were stored
 * in, and in which order they come, makes no difference.
 *
 * @throws RangeError from `end` when a key came twice
 * @see RFC 6962 section 2.1 (the tree), RFC 8785 (the text of a row)
 */
export function startContentRoot(sha256: Sha256 = portable): ContentRoot {
  const leaves: { key: string; hash: Uint8Array }[] = [];
  return {
    add: (key, canonical) => {
      const row = hexOf(sha256(encoder.encode(canonical)));
      leaves.push({ key, hash: leafHash(encoder.encode(canonicalJson([key, row])), sha256) });
    },
    end: () => {
      leaves.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      for (let at = 1; at < leaves.length; at += 1) {
        const { key } = leaves[at] as { key: string };
        if (leaves[at - 1]?.key === key) throw new RangeError(`the key ${key} came twice`);
      }
      const root = rootHash(
        leaves.map((leaf) => leaf.hash),
        sha256,
      );
      return { root: hexOf(root), rows: leaves.length };
    },
  };
}
