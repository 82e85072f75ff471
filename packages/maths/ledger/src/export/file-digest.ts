import type { RunningSha256 } from '../sha256.ts';

/**
 * The digest of all lines before the seal. A line's bytes are held until it is known not to be the seal, and
 * no longer than a line may be.
 */
export interface FileDigest {
  readonly bytes: (piece: Uint8Array) => void;
  readonly lineEnds: () => void;
  /** The digest of the lines that ended before this one; what comes later is not taken any more. */
  readonly seal: () => Uint8Array;
}

export function fileDigest(hash: RunningSha256, maxLineBytes: number): FileDigest {
  let pieces: Uint8Array[] = [];
  let held = 0;
  let sealed = false;
  const take = (): void => {
    if (!sealed) for (const piece of pieces) hash.update(piece);
    pieces = [];
    held = 0;
  };
  return {
    bytes: (piece) => {
      if (sealed) return;
      pieces.push(piece);
      held += piece.length;
      // A line that is too long to be read is not the seal.
      if (held > maxLineBytes) take();
    },
    lineEnds: take,
    seal: () => {
      sealed = true;
      return hash.digest();
    },
  };
}
