import { drawInteger } from './integer.ts';
import type { Stream } from './stream.ts';

/** A shuffled copy of `items`: Fisher-Yates, each order equally likely, the same for the same stream. */
export function shuffled<T>(stream: Stream, items: readonly T[]): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = drawInteger(stream, last, last + 1);
    const kept = result[last] as T;
    result[last] = result[other] as T;
    result[other] = kept;
  }
  return result;
}
