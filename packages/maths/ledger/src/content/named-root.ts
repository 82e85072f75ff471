import { canonicalJson } from '../canonical-json.ts';
import { leafHash } from '../merkle/leaf-hash.ts';
import { rootHash } from '../merkle/root-hash.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hexOf } from './hex-of.ts';

/**
 * One root over named roots: its leaves are `canonicalJson([name, root])` sorted by name (by UTF-16 code units), so
 * that each of them can be proven to belong to it alone.
 *
 * @param roots lower-case hexadecimal by name
 * @returns lower-case hexadecimal
 * @see RFC 6962 section 2.1
 */
export function namedRoot(roots: Readonly<Record<string, string>>, sha256: Sha256 = portable): string {
  const encoder = new TextEncoder();
  const leaves = Object.keys(roots)
    .sort()
    .map((name) => leafHash(encoder.encode(canonicalJson([name, roots[name]])), sha256));
  return hexOf(rootHash(leaves, sha256));
}
