import { createPermutation, createStream } from '@assay/random';

/** Rows to learn from, and with a seed the tenth of them (rounded down, at least one) that is held out. */
export type HeldOut = { readonly rows: Int32Array; readonly held: Int32Array | undefined };

/**
 * Divides the rows whose code is not negative. With a seed a tenth of each group of equal code is held out, so that
 * the classes keep their shares; a group of fewer than ten is not divided.
 */
export function holdOut(codes: Int32Array, seed: string | number | undefined): HeldOut {
  const groups = new Map<number, number[]>();
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (code < 0) continue;
    rows.push(row);
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [row]);
    else group.push(row);
  }
  if (seed === undefined) return { rows: Int32Array.from(rows), held: undefined };
  const isHeld = new Uint8Array(codes.length);
  for (const [code, group] of groups) {
    const order = createPermutation(createStream(seed, `learn/hold-out/${code}`), group.length);
    for (let at = 0; at < Math.floor(group.length / 10); at += 1) isHeld[group[order.at(at)]!] = 1;
  }
  const held = Int32Array.from(rows.filter((row) => isHeld[row] === 1));
  if (held.length === 0) return { rows: Int32Array.from(rows), held: undefined };
  return { rows: Int32Array.from(rows.filter((row) => isHeld[row] === 0)), held };
}
