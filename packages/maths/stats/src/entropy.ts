import { totalCount } from './counts.ts';
import type { Numbers } from './numbers.ts';
import { defined, type Result } from './result.ts';

/** Shannon entropy of counts in bits. Undefined: 'empty', 'out-of-range'. */
export function entropy(counts: Numbers): Result<number> {
  const total = totalCount(counts);
  if (!total.ok) return total;
  let sum = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const share = counts[index]! / total.value;
    if (share > 0) sum -= share * Math.log2(share);
  }
  return defined(sum);
}
