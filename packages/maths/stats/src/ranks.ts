import type { Numbers } from './numbers.ts';

/** Ranks from 1, equal values sharing the average of their ranks. Values are comparable: no NaN among them. */
export function averageRanks(values: Numbers): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, index) => index);
  order.sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let index = start; index < end; index += 1) ranks[order[index]!] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}
