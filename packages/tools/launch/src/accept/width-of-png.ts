import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.ts';

/** The width that a PNG states; null when it is none. */
export async function widthOfPng(file: string): Promise<number | null> {
  const bytes = await readFile(path.join(root, file)).catch(() => null);
  const isPng = bytes?.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length > 24;
  return isPng ? bytes.readUInt32BE(16) : null;
}
