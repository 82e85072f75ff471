import { base64Value } from './base64-value.ts';
import { SPELLING_WEIGHTS } from './spelling-weights.ts';

const BITS = Math.log2(SPELLING_WEIGHTS.length);
const EDGE = 27;
const weights = Float64Array.from(
  SPELLING_WEIGHTS,
  (_, at) => (base64Value(SPELLING_WEIGHTS.charCodeAt(at)) / 31.5 - 1) * 8,
);
/** Puts the model's log odds on a scale on which half of all unseen names reach 0.22 and three in four English words stay below -0.2. */
const SCALE = 0.276;
const SHIFT = 0.312;

/**
 * How much a folded word is spelt like a name rather than like a common word, place or brand: the scaled log odds of
 * a logistic model of its sequences of two to four letters, edges included. Above 0 it looks like a name. Lets names
 * be recognised that are in no dictionary. 0 for words that are not in Latin letters.
 */
export function nameLikeness(folded: string): number {
  const { length } = folded;
  if (length < 2 || length > 24) return 0;
  let sum = 0;
  let count = 0;
  for (let from = -1; from < length; from++) {
    let hash = 7;
    for (let at = from; at <= length && at < from + 4; at++) {
      const code = at < 0 || at === length ? EDGE : folded.charCodeAt(at) - 96;
      if (code < 1 || code > EDGE) return 0;
      hash = (Math.imul(hash, 31) + code) | 0;
      if (at === from) continue;
      sum += weights[Math.imul(hash, -1640531535) >>> (32 - BITS)] ?? 0;
      count++;
    }
  }
  return SHIFT + (SCALE * 3 * sum) / Math.max(1, count);
}
