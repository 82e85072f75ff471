import { readyToSynthesise, type SourceFacts } from '../source/ready-to-synthesise.ts';
import type { HiddenColumns } from './blind-columns.ts';

/** Why real rows may not be shown, and where it is settled: a path in the source's settings. */
export type NotShown = { readonly field: string; readonly sentence: string };

/**
 * Why single rows of a source may not be shown to whoever labels; empty where they may. The terms have to say that they
 * may, and everything that keeps rows from being synthesised keeps them from being shown: consent and licence missing,
 * expired, withdrawn or too narrow, retention that is due, findings of personal data that nobody has decided. A
 * manager's override is about synthesis, not about who sees rows: it does not count here.
 *
 * @param shown columns that are to be shown
 */
export function whyNotShown(
  facts: SourceFacts,
  shown: readonly string[],
  { personal, naming }: HiddenColumns,
  now: Date,
): NotShown[] {
  const reasons: NotShown[] = [];
  if (!facts.terms.rowsToLabellers) {
    reasons.push({
      field: 'terms.rowsToLabellers',
      sentence: 'The terms do not say that real rows may be shown to people who label.',
    });
  }
  for (const { severity, field, sentence } of readyToSynthesise(facts, now).missing) {
    if (severity === 'blocker') reasons.push({ field, sentence });
  }
  const found = shown.filter((column) => personal.has(column));
  if (found.length > 0) {
    reasons.push({ field: 'findings', sentence: `Personal data was found in ${found.join(', ')}.` });
  }
  const named = shown.filter((column) => naming.has(column));
  if (named.length > 0) {
    reasons.push({ field: 'columns', sentence: `By now ${named.join(', ')} names rows or people.` });
  }
  return reasons;
}
