import type { RefKind } from '@assay/contracts';

/** What is to become of a ref: `expected` is where the person saw it, null where they saw none. */
export type RefMove = { kind: RefKind; expected: string | null; to: string | null };

export type RefVerdict =
  | { ok: true; does: 'create' | 'move' | 'delete' | 'nothing' }
  | { ok: false; why: 'moved' | 'taken' | 'gone' | 'kind' | 'tag' };

/**
 * May a ref be moved? Only from where it was seen: of two people who move one at the same time the second is refused.
 * A tag stays where it was put; it can be deleted.
 */
export function decideRef(current: { kind: RefKind; versionId: string } | null, move: RefMove): RefVerdict {
  if (current === null) {
    if (move.expected !== null) return { ok: false, why: 'gone' };
    return { ok: true, does: move.to === null ? 'nothing' : 'create' };
  }
  if (move.expected === null) return { ok: false, why: 'taken' };
  if (current.kind !== move.kind) return { ok: false, why: 'kind' };
  if (current.versionId !== move.expected) return { ok: false, why: 'moved' };
  if (move.to === null) return { ok: true, does: 'delete' };
  if (move.to === current.versionId) return { ok: true, does: 'nothing' };
  return current.kind === 'tag' ? { ok: false, why: 'tag' } : { ok: true, does: 'move' };
}
