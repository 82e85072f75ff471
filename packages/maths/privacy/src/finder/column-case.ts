import type { ColumnTally } from './column-tally.ts';
import type { NameEvidence } from './header/name-evidence.ts';
import type { FindingKind } from './kinds.ts';

/** How a kind was judged: how many values speak for it, how sure, and whether their form alone says so. */
export interface Verdict {
  readonly kind: FindingKind;
  readonly matched: number;
  readonly confidence: number;
  /** The values alone would have been enough. */
  readonly byValue: boolean;
  /** The values were only compatible: the name is the evidence. */
  readonly byName: boolean;
}

/** A column under judgement: what its name says, what was counted. */
export interface Case {
  readonly name: NameEvidence;
  readonly tally: ColumnTally;
  /** The name speaks of numbers of another kind: orders, parts, versions. */
  readonly otherNumber: boolean;
  /** The words of the name and label. */
  readonly words: string;
}

export type Rule = (c: Case) => Verdict | undefined;

export function verdict(kind: FindingKind, matched: number, c: Case, byValue: boolean, weight = 1): Verdict {
  const share = c.tally.scanned === 0 ? 0 : matched / c.tally.scanned;
  const named = c.name.strength(kind) > 0;
  const confidence = Math.min(0.99, weight * (0.55 + 0.3 * Math.min(1, share)) + (named ? 0.12 : 0));
  return { kind, matched, confidence, byValue, byName: named };
}
