/** Recognises missing-value markers in bytes: a table on the first byte keeps ordinary cells cheap. */
export type MissingMatcher = {
  /** 1 where some marker starts with the byte. */
  first: Uint8Array;
  longest: number;
  /** True when bytes `start .. end` (trimmed, not empty) are exactly one marker. */
  matches: (bytes: Uint8Array, start: number, end: number) => boolean;
};

export function createMissingMatcher(markers: readonly string[]): MissingMatcher {
  const first = new Uint8Array(256);
  const byFirst = new Map<number, Uint8Array[]>();
  let longest = 0;
  for (const marker of markers) {
    const bytes = new TextEncoder().encode(marker.trim());
    const head = bytes[0];
    if (head === undefined) continue;
    first[head] = 1;
    longest = Math.max(longest, bytes.length);
    byFirst.set(head, [...(byFirst.get(head) ?? []), bytes]);
  }
  const matches = (bytes: Uint8Array, start: number, end: number): boolean => {
    const length = end - start;
    const candidates = byFirst.get(bytes[start] as number);
    if (candidates === undefined) return false;
    for (const candidate of candidates) {
      if (candidate.length !== length) continue;
      let i = 1;
      while (i < length && candidate[i] === bytes[start + i]) i++;
      if (i === length) return true;
    }
    return false;
  };
  return { first, longest, matches };
}
