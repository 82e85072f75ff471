import type { FileHandle } from 'node:fs/promises';
import { damaged } from '../refused.ts';

const WINDOW = 65_536;

/** Bytes of a file by their place, through a window, so that hopping from part to part reads little. */
export type Bytes = {
  readonly size: number;
  /**
   * Up to `length` bytes, at most 64 KiB; valid until the next call.
   *
   * @returns fewer than `length` where the file ends
   */
  upTo(offset: number, length: number): Promise<Buffer>;
  /** @throws Refused: damaged, where the file ends before */
  exactly(offset: number, length: number): Promise<Buffer>;
};

export function bytesOf(handle: FileHandle, size: number): Bytes {
  const window = Buffer.alloc(WINDOW);
  let from = 0;
  let filled = 0;
  const upTo = async (offset: number, length: number): Promise<Buffer> => {
    if (length > WINDOW) throw new RangeError(`At most ${WINDOW} bytes at a time.`);
    if (offset < from || offset + length > from + filled) {
      from = offset;
      filled = 0;
      while (filled < WINDOW) {
        const { bytesRead } = await handle.read(window, filled, WINDOW - filled, from + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
    }
    return window.subarray(offset - from, Math.min(offset - from + length, filled));
  };
  return {
    size,
    upTo,
    exactly: async (offset, length) => {
      const found = await upTo(offset, length);
      if (found.length < length) throw damaged('it ends in the middle of its header');
      return found;
    },
  };
}
