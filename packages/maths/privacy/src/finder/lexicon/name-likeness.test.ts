import { describe, expect, it } from 'vitest';
import { nameLikeness } from './name-likeness.ts';
import { SPELLING_WEIGHTS } from './spelling-weights.ts';

const share = (words: string, holds: (likeness: number) => boolean) => {
  const all = words.split(' ');
  return all.filter((word) => holds(nameLikeness(word))).length / all.length;
};

describe('nameLikeness', () => {
  it('has 8192 weights in base 64', () => {
    expect(SPELLING_WEIGHTS).toMatch(/^[A-Za-z0-9+/]{8192}$/);
  });

  it('puts words that are spelt like names above words that are not', () => {
    const names = 'kowalczyk oyelaran ivanovska hallgrimsson petrosyan fernandinho mariella nikolaidis';
    const words = 'throughput withdrawal cupboard brightness packaging watchdog unhelpful thickness';
    expect(share(names, (likeness) => likeness > 0)).toBeGreaterThan(0.8);
    expect(share(words, (likeness) => likeness < 0)).toBe(1);
  });

  it('says nothing of other scripts, digits and words too short or too long', () => {
    for (const word of ['мария', 'a', 'ab1', 'a'.repeat(25)]) expect(nameLikeness(word)).toBe(0);
  });
});
