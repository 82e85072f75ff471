import type {
  Guideline,
  GuidelineCheck,
  GuidelineExample,
  GuidelineRole,
  GuidelineRule,
  GuidelineTerm,
} from '@assay/contracts';
import { type DiffLine, diffLines } from './diff-lines.ts';

/** A side of something that is told by two versions; null on the side that does not have it. */
type Sides<T> = { before: T | null; after: T | null };

/** A section that two versions have differently. Places count from 1. */
export type SectionChange = {
  id: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  heading: Sides<string>;
  roles: Sides<GuidelineRole[]>;
  place: Sides<number>;
  /** It stands elsewhere among those that both versions have. */
  moved: boolean;
  /** The body line by line; empty when it is the same. */
  lines: DiffLine[];
};

export type GuidelineDiff = {
  sections: SectionChange[];
  glossary: Sides<GuidelineTerm>[];
  examples: Sides<GuidelineExample>[];
  checklist: Sides<GuidelineCheck>[];
  rules: Sides<GuidelineRule>[];
};

/**
 * What two versions of a guideline say differently: sections by id, in the order of the later version with removed
 * ones at the end; terms by their name, the rest by id. The order of terms, examples, checks and rules says nothing.
 */
export function compareGuidelines(before: Guideline, after: Guideline): GuidelineDiff {
  return {
    sections: compareSections(before, after),
    glossary: compareLists(before.glossary, after.glossary, (each) => each.term.toLowerCase()),
    examples: compareLists(before.examples, after.examples, (each) => each.id),
    checklist: compareLists(before.checklist, after.checklist, (each) => each.id),
    rules: compareLists(before.rules, after.rules, (each) => each.id),
  };
}

function compareSections(before: Guideline, after: Guideline): SectionChange[] {
  const place = new Map(before.sections.map((section, at) => [section.id, at]));
  const common = after.sections.flatMap(({ id }) => place.get(id) ?? []);
  const kept = new Set(longestIncreasing(common));
  const changes: SectionChange[] = [];
  after.sections.forEach((section, at) => {
    const oldPlace = place.get(section.id);
    const old = oldPlace === undefined ? undefined : before.sections[oldPlace];
    place.delete(section.id);
    const moved = oldPlace !== undefined && !kept.has(oldPlace);
    const changed =
      old !== undefined &&
      text([old.heading, sorted(old.roles), old.body]) !==
        text([section.heading, sorted(section.roles), section.body]);
    if (old !== undefined && !moved && !changed) return;
    changes.push({
      id: section.id,
      kind: old === undefined ? 'added' : changed ? 'changed' : 'moved',
      heading: { before: old?.heading ?? null, after: section.heading },
      roles: { before: old?.roles ?? null, after: section.roles },
      place: { before: oldPlace === undefined ? null : oldPlace + 1, after: at + 1 },
      moved,
      lines: old?.body === section.body ? [] : diffLines(old?.body ?? '', section.body),
    });
  });
  before.sections.forEach((section, at) => {
    if (!place.has(section.id)) return;
    changes.push({
      id: section.id,
      kind: 'removed',
      heading: { before: section.heading, after: null },
      roles: { before: section.roles, after: null },
      place: { before: at + 1, after: null },
      moved: false,
      lines: diffLines(section.body, ''),
    });
  });
  return changes;
}

function compareLists<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string): Sides<T>[] {
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const changes: Sides<T>[] = [];
  for (const each of after) {
    const was = old.get(keyOf(each)) ?? null;
    old.delete(keyOf(each));
    if (was === null || text(was) !== text(each)) changes.push({ before: was, after: each });
  }
  for (const each of old.values()) changes.push({ before: each, after: null });
  return changes;
}

/** A longest part of the numbers, all different, that only grows: what stayed in its order while the rest moved. */
function longestIncreasing(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let at = ends.findIndex((end) => end > number);
    if (at === -1) at = ends.length;
    previous.set(number, ends[at - 1]);
    ends[at] = number;
  }
  const found: number[] = [];
  for (let each = ends.at(-1); each !== undefined; each = previous.get(each)) found.push(each);
  return found.reverse();
}

const sorted = (roles: readonly GuidelineRole[]) => [...roles].sort();

/** Keys in their order, so that a document that came back from the database reads the same. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
