import type { CategoryCodes } from './table.ts';

/** An array for `rows` codes in [-1, levels), in the narrowest type that holds them. */
export function categoryCodes(rows: number, levels: number): CategoryCodes {
  if (levels <= 2 ** 7) return new Int8Array(rows);
  return levels <= 2 ** 15 ? new Int16Array(rows) : new Int32Array(rows);
}
