import type { ColumnFacts } from '@assay/contracts';

/** Words that mean true and false, as a pair. Digits are left as numbers: 0 and 1 may be codes. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['t', 'f'],
  ['y', 'n'],
  ['on', 'off'],
];

/** The spellings of true and false, where a column has exactly the two words of one pair, in any case. */
export function readBooleans(facts: ColumnFacts): { trueValues: string[]; falseValues: string[] } | null {
  if (facts.distinct < 2 || facts.distinct > 8 || facts.frequent.length < facts.distinct) return null;
  const values = facts.frequent.map(({ value }) => value);
  const words = new Set(values.map((value) => value.toLowerCase()));
  const pair = PAIRS.find(([yes, no]) => words.size === 2 && words.has(yes) && words.has(no));
  if (pair === undefined) return null;
  return {
    trueValues: values.filter((value) => value.toLowerCase() === pair[0]),
    falseValues: values.filter((value) => value.toLowerCase() === pair[1]),
  };
}
