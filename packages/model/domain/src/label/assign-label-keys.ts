import type { LabelQuestion } from '@assay/contracts';
import { commandOfKey } from '../keys/workbench-commands.ts';
import { labelTree } from './label-tree.ts';

/** The keys that labels can have, in the order in which they are given: digits as they lie, then letters. */
export const LABEL_KEYS: readonly string[] = [
  ...'1234567890',
  ...[...'qwertyuiopasdfghjklzxcvbnm'].filter((key) => commandOfKey(key) === null),
];

/**
 * Gives a key to each label, or reason, that is offered and has none, in reading order, as long as there are keys.
 * Keys that were chosen stay.
 */
export function assignLabelKeys(question: LabelQuestion): LabelQuestion {
  if ('labels' in question) {
    const given = keysFor(labelTree(question.labels).map(({ label }) => label));
    const keyed = <T extends Keyed>(labels: readonly T[]): T[] =>
      labels.map((label) => ({ ...label, key: given.get(label.id) ?? label.key }));
    return question.kind === 'regions'
      ? { ...question, labels: keyed(question.labels) }
      : { ...question, labels: keyed(question.labels) };
  }
  if (question.kind !== 'cells') return question;
  const given = keysFor(question.reasons);
  return {
    ...question,
    reasons: question.reasons.map((reason) => ({ ...reason, key: given.get(reason.id) ?? reason.key })),
  };
}

type Keyed = { id: string; key: string | null; deprecated: boolean };

function keysFor(items: readonly Keyed[]): Map<string, string> {
  const offered = items.filter((item) => !item.deprecated);
  const taken = new Set(offered.map((item) => item.key));
  const free = LABEL_KEYS.filter((key) => !taken.has(key));
  const waiting = offered.filter((item) => item.key === null);
  return new Map(waiting.slice(0, free.length).map((item, at) => [item.id, free[at] ?? '']));
}
