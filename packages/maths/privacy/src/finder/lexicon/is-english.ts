import { base64Value } from './base64-value.ts';
import { ENGLISH_WORDS } from './english-words.ts';

const bits = Uint8Array.from(ENGLISH_WORDS, (_, at) => base64Value(ENGLISH_WORDS.charCodeAt(at)));
const CELLS = bits.length * 6;
const PROBES = 5;

function hash(word: string, seed: number): number {
  let state = seed | 0;
  for (let i = 0; i < word.length; i++) state = Math.imul(state ^ word.charCodeAt(i), 16777619);
  state ^= state >>> 15;
  state = Math.imul(state, 0x2c1b3c6d);
  return (state ^ (state >>> 12)) >>> 0;
}

/** Whether a folded word is an English word in its plain form, by a Bloom filter: few others pass, none is missed. */
export function isEnglish(word: string): boolean {
  if (word.length < 3 || word.length > 14) return false;
  const first = hash(word, 2166136261);
  const step = hash(word, 40503) | 1;
  for (let i = 0; i < PROBES; i++) {
    const cell = ((first + Math.imul(i, step)) >>> 0) % CELLS;
    if (((bits[Math.floor(cell / 6)] ?? 0) & (1 << (cell % 6))) === 0) return false;
  }
  return true;
}
