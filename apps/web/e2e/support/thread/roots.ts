import { createHash } from 'node:crypto';

// What the manifest's `rootRule` says, written down once more: a test of a root must not use what made it.

const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];

function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Canonical JSON (RFC 8785) of what was read from JSON. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

/** The hash of a Merkle tree over leaf hashes (RFC 6962, section 2.1). */
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256('');
  if (leaves.length === 1) return only;
  let left = 1;
  while (2 * left < leaves.length) left *= 2;
  return sha256(NODE, treeHash(leaves.slice(0, left)), treeHash(leaves.slice(left)));
}

function rootOverPairs(pairs: readonly (readonly [string, string])[]): string {
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  return treeHash(sorted.map((pair) => sha256(LEAF, canonical(pair)))).toString('hex');
}

/** The root over rows by their keys. */
export function rootOver(rows: readonly (readonly [string, unknown])[]): string {
  return rootOverPairs(rows.map(([key, row]) => [key, sha256(canonical(row)).toString('hex')]));
}

/** The root of a version over those of its parts. */
export function rootOfParts(parts: Readonly<Record<string, string>>): string {
  return rootOverPairs(Object.entries(parts));
}
