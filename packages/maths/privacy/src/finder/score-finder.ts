import { createColumnScanner } from './column-scanner.ts';
import { findInText } from './find-in-text.ts';
import { FINDING_KINDS, type FindingKind } from './kinds.ts';

/** A labelled column: the kinds that it should be found to hold, empty where it holds none. */
export interface LabelledColumn {
  readonly name: string;
  readonly label?: string;
  readonly values: readonly (string | null)[];
  readonly expected: readonly FindingKind[];
}

/** A labelled text: the kinds of its spans; never `free-text-personal-data`, which is a property of columns. */
export interface LabelledText {
  readonly text: string;
  readonly expected: readonly FindingKind[];
}

export interface Fixture {
  readonly columns: readonly LabelledColumn[];
  readonly texts: readonly LabelledText[];
}

/** True positives, false positives and misses, with their ratios; a ratio without a case is undefined. */
export interface Tally {
  readonly found: number;
  readonly spurious: number;
  readonly missed: number;
  readonly recall: number | undefined;
  readonly precision: number | undefined;
}

export interface FinderScore extends Tally {
  readonly perKind: ReadonlyMap<FindingKind, Tally>;
  /** What went wrong, one line each: `missed email in column "contact"`. */
  readonly mistakes: readonly string[];
}

function tallyOf(found: number, spurious: number, missed: number): Tally {
  return {
    found,
    spurious,
    missed,
    recall: found + missed === 0 ? undefined : found / (found + missed),
    precision: found + spurious === 0 ? undefined : found / (found + spurious),
  };
}

/**
 * Scores the finder on a labelled fixture, micro-averaged: each pair of an item (column or text) and a kind is one
 * case, a true positive when expected and found. Conventions: a column of sentences holds
 * `free-text-personal-data` and nothing else; a column of full addresses holds `street-address` alone; in a text each
 * kind counts once, whatever the number of its spans.
 */
export function scoreFinder(fixture: Fixture): FinderScore {
  const counts = new Map(FINDING_KINDS.map((kind) => [kind, { found: 0, spurious: 0, missed: 0 }]));
  const mistakes: string[] = [];
  const compare = (where: string, expected: readonly FindingKind[], found: ReadonlySet<FindingKind>) => {
    for (const kind of FINDING_KINDS) {
      const count = counts.get(kind);
      if (count === undefined) continue;
      const wanted = expected.includes(kind);
      if (wanted && found.has(kind)) count.found++;
      else if (wanted) {
        count.missed++;
        mistakes.push(`missed ${kind} in ${where}`);
      } else if (found.has(kind)) {
        count.spurious++;
        mistakes.push(`spurious ${kind} in ${where}`);
      }
    }
  };
  for (const column of fixture.columns) {
    const scanner = createColumnScanner(
      column.name,
      column.label === undefined ? {} : { label: column.label },
    );
    scanner.add(column.values);
    compare(
      `column "${column.name}" (${column.values.slice(0, 3).join(' | ')})`,
      column.expected,
      new Set(scanner.finish().map((finding) => finding.kind)),
    );
  }
  for (const { text, expected } of fixture.texts) {
    compare(`text "${text}"`, expected, new Set(findInText(text).map((span) => span.kind)));
  }
  let found = 0;
  let spurious = 0;
  let missed = 0;
  for (const count of counts.values()) {
    found += count.found;
    spurious += count.spurious;
    missed += count.missed;
  }
  const perKind = new Map(
    [...counts].map(([kind, count]) => [kind, tallyOf(count.found, count.spurious, count.missed)]),
  );
  return { ...tallyOf(found, spurious, missed), perKind, mistakes };
}
