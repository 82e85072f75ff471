import type { ShownRow } from './batch-likelihoods.ts';
import type { Control } from './choose-controls.ts';

/** A control as a row whose label is judged: with the label that was planted, if one was. */
export function shownOf({ runId, row, truth }: Control): ShownRow {
  const planted = truth.kind === 'seeded' && truth.fault.kind === 'wrong-label' ? truth.fault.shown : null;
  return { runId, row, label: planted === null ? null : String(planted) };
}
