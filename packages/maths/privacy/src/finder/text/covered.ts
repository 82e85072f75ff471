/** Tells whether a stretch overlaps any of the spans (sorted by start, not overlapping one another); O(log n). */
export function overlapsAny(
  spans: readonly { readonly start: number; readonly end: number }[],
  start: number,
  end: number,
): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && found.start < end;
}
