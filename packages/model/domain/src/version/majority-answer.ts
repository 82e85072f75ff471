import type { AnnotationAnswer, AttributeValue, CellFlag, ChosenLabel } from '@assay/contracts';
import { consensusRegions } from '../region/consensus-regions.ts';

/** The answer that most give, with the share of answers behind it; `none` when most give no answer. */
export type Majority =
  | { ok: true; answer: AnnotationAnswer | null; share: number }
  /** Two are given equally often. */
  | { ok: false };

type Vote<T> = { value: T; count: number };

/** The value that is given most often; null when two are. */
function mostFrequent<T>(values: readonly T[], keyOf: (value: T) => string): Vote<T> | null {
  const votes = new Map<string, Vote<T>>();
  for (const value of values) {
    const vote = votes.get(keyOf(value));
    if (vote === undefined) votes.set(keyOf(value), { value, count: 1 });
    else vote.count += 1;
  }
  const sorted = [...votes.values()].sort((a, b) => b.count - a.count);
  const [first, second] = sorted;
  return first === undefined || first.count === second?.count ? null : first;
}

/** Of those who chose a label, each attribute as most of them say; null when two values are said equally often. */
function joinAttributes(chosen: readonly ChosenLabel[]): Record<string, AttributeValue> | null {
  const joined: Record<string, AttributeValue> = {};
  for (const id of [...new Set(chosen.flatMap((label) => Object.keys(label.attributes)))].sort()) {
    const best = mostFrequent(
      chosen.map((label) => label.attributes[id]),
      (value) => JSON.stringify(value ?? null),
    );
    if (best === null) return null;
    if (best.value !== undefined) joined[id] = best.value;
  }
  return joined;
}

const flagKey = (flag: CellFlag): string => JSON.stringify([flag.column, flag.reasonId, flag.span]);

/** What more than half of all have among their several; null when something is had by exactly half of them. */
function moreThanHalf<T>(
  lists: readonly (readonly T[])[],
  keyOf: (value: T) => string,
): { value: T; all: T[] }[] | null {
  const found = new Map<string, T[]>();
  for (const list of lists) {
    for (const value of list) found.set(keyOf(value), [...(found.get(keyOf(value)) ?? []), value]);
  }
  const kept: { key: string; value: T; all: T[] }[] = [];
  for (const [key, all] of found) {
    if (all.length * 2 === lists.length) return null;
    if (all.length * 2 > lists.length) kept.push({ key, value: all[0] as T, all });
  }
  return kept.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The least share of people who agree with the decision on any one of several. */
function leastShare<T>(
  lists: readonly (readonly T[])[],
  kept: ReadonlySet<string>,
  keyOf: (value: T) => string,
) {
  const counts = new Map<string, number>();
  for (const list of lists)
    for (const value of list) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  let least = 1;
  for (const [key, count] of counts) {
    least = Math.min(least, (kept.has(key) ? count : lists.length - count) / lists.length);
  }
  return least;
}

/**
 * The majority of several people's answers to one question; null among `answers` is no answer. Of labels, ratings and
 * texts the one that is given most often; of several labels and of flags each that more than half give; of regions each
 * that more than half see (`consensusRegions`), without relations where there are several people.
 *
 * @param answers at least one; of one kind
 */
export function majorityAnswer(answers: readonly (AnnotationAnswer | null)[]): Majority {
  const kind = answers.find((answer) => answer !== null)?.kind;
  if (kind === undefined) return { ok: true, answer: null, share: 1 };
  if (kind === 'multiple') {
    const lists = answers.map((answer) => (answer?.kind === 'multiple' ? answer.labels : []));
    const kept = moreThanHalf(lists, (label) => label.labelId);
    if (kept === null) return { ok: false };
    const labels: ChosenLabel[] = [];
    for (const { value, all } of kept) {
      const attributes = joinAttributes(all);
      if (attributes === null) return { ok: false };
      labels.push({ labelId: value.labelId, attributes });
    }
    const share = leastShare(lists, new Set(labels.map((label) => label.labelId)), (label) => label.labelId);
    return { ok: true, answer: { kind, labels }, share };
  }
  if (kind === 'cells') {
    const lists = answers.map((answer) => (answer?.kind === 'cells' ? answer.flags : []));
    const kept = moreThanHalf(lists, flagKey);
    if (kept === null) return { ok: false };
    const flags = kept.map(({ value }) => value);
    return {
      ok: true,
      answer: { kind, flags },
      share: leastShare(lists, new Set(flags.map(flagKey)), flagKey),
    };
  }
  if (kind === 'regions') return majorityRegions(answers);
  const best = mostFrequent(answers, (answer) => {
    if (answer === null) return 'none';
    if (answer.kind === 'single') return answer.label.labelId;
    return answer.kind === 'rating' ? String(answer.value) : answer.kind === 'text' ? answer.text : 'none';
  });
  if (best === null) return { ok: false };
  const share = best.count / answers.length;
  if (best.value?.kind !== 'single') return { ok: true, answer: best.value, share };
  const { labelId } = best.value.label;
  const attributes = joinAttributes(
    answers.flatMap((answer) =>
      answer?.kind === 'single' && answer.label.labelId === labelId ? [answer.label] : [],
    ),
  );
  if (attributes === null) return { ok: false };
  return { ok: true, answer: { kind: 'single', label: { labelId, attributes } }, share };
}

function majorityRegions(answers: readonly (AnnotationAnswer | null)[]): Majority {
  const [only] = answers;
  // What one person drew stands as it was drawn.
  if (answers.length === 1 && only != null) return { ok: true, answer: only, share: 1 };
  const lists = answers.map((answer) => (answer?.kind === 'regions' ? answer.regions : []));
  const consensus = consensusRegions(lists, (given) => {
    const best = mostFrequent(given, ({ labelId }) => labelId);
    if (best === null) return null;
    const { labelId } = best.value;
    const attributes = joinAttributes(given.filter((each) => each.labelId === labelId));
    return attributes === null ? null : { labelId, attributes };
  });
  if (!consensus.ok) return consensus;
  const { regions, share } = consensus;
  return { ok: true, answer: { kind: 'regions', regions, relations: [] }, share };
}

/** A label that is known to be the true one, with the attributes that most of those who chose it give. */
export function answerWithLabel(
  labelId: string,
  answers: readonly (AnnotationAnswer | null)[],
): AnnotationAnswer | null {
  const attributes = joinAttributes(
    answers.flatMap((answer) =>
      answer?.kind === 'single' && answer.label.labelId === labelId ? [answer.label] : [],
    ),
  );
  return attributes === null ? null : { kind: 'single', label: { labelId, attributes } };
}
