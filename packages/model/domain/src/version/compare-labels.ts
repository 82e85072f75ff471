import type { AnnotationAnswer, FinalLabel } from '@assay/contracts';

/** A final label in two versions; null where it is in one of them only. */
export type LabelPair = { before: FinalLabel | null; after: FinalLabel | null };

/** How one question's answer changed, with the ones who gave the answer that stands now. */
export type AnswerChange = {
  questionId: string;
  before: AnnotationAnswer | null;
  after: AnnotationAnswer | null;
};

/** Text that is equal for equal answers, whatever the order in which labels, flags and attributes were given. */
export function answerKey(answer: AnnotationAnswer | null | undefined): string {
  if (answer === null || answer === undefined) return '';
  return JSON.stringify(answer, (_, value: unknown) => {
    if (Array.isArray(value)) {
      return [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return value;
  });
}

/** The questions whose answers differ between two final labels of one sample. */
export function answerChanges({ before, after }: LabelPair): AnswerChange[] {
  const ids = new Set([...Object.keys(before?.answers ?? {}), ...Object.keys(after?.answers ?? {})]);
  const changes: AnswerChange[] = [];
  for (const questionId of ids) {
    const change = {
      questionId,
      before: before?.answers[questionId] ?? null,
      after: after?.answers[questionId] ?? null,
    };
    if (answerKey(change.before) !== answerKey(change.after)) changes.push(change);
  }
  return changes;
}

/**
 * Pairs of final labels that differ, by what each is known by. Equal texts are equal labels, so that most are not
 * looked into.
 */
export function differingKeys(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const keys: string[] = [];
  for (const [key, text] of after) if (before.get(key) !== text) keys.push(key);
  for (const key of before.keys()) if (!after.has(key)) keys.push(key);
  return keys;
}
