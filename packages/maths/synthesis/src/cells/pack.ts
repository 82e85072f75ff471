/** Numbers as base64 of little-endian bytes: what a fitted model keeps its arrays in. */
export type Packed = { readonly type: 'u8' | 'u16' | 'u32' | 'f64'; readonly data: string };

type Array = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Non-negative integers below 2^32, in the fewest bytes that hold the largest. */
export function packIntegers(values: ArrayLike<number>): Packed {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) if (values[at]! > largest) largest = values[at]!;
  if (largest < 0x100) return { type: 'u8', data: toBase64(Uint8Array.from(values)) };
  if (largest < 0x10000) return { type: 'u16', data: toBase64(Uint16Array.from(values)) };
  return { type: 'u32', data: toBase64(Uint32Array.from(values)) };
}

/** Doubles, all bits kept. */
export function packDoubles(values: ArrayLike<number>): Packed {
  return { type: 'f64', data: toBase64(Float64Array.from(values)) };
}

/** The numbers that were packed. */
export function unpack(packed: Packed): Array {
  const text = atob(packed.data);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
  if (packed.type === 'u8') return bytes;
  if (packed.type === 'u16') return new Uint16Array(bytes.buffer);
  if (packed.type === 'u32') return new Uint32Array(bytes.buffer);
  return new Float64Array(bytes.buffer);
}

function toBase64(array: Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const parts: string[] = [];
  // In slices: a call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x2000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x2000)));
  return btoa(parts.join(''));
}
