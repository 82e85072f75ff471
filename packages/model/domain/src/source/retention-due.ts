import type { SourceTerms } from '@assay/contracts';
import { dayAfter, dayOf } from './calendar.ts';

export type RetentionState = {
  /** The day on which the data must go, or null where none was set. */
  readonly on: string | null;
  /** It has come, and nothing holds it back. */
  readonly due: boolean;
  /** It has come, but a legal hold beats it: the hold's reason. */
  readonly heldBy: string | null;
};

/**
 * When a source's data must be erased: the earlier of the fixed day and the days since the import. It is due from
 * the start of that day in UTC. A legal hold beats both, for as long as it is there.
 */
export function retentionDue(terms: SourceTerms, importedAt: Date, now: Date): RetentionState {
  const { retention } = terms;
  if (retention === null) return { on: null, due: false, heldBy: null };
  const days = [
    retention.deleteOn,
    retention.keepForDays === null ? null : dayAfter(importedAt, retention.keepForDays),
  ].filter((day) => day !== null);
  const on = days.sort()[0] ?? null;
  const come = on !== null && on <= dayOf(now);
  const hold = retention.legalHold?.reason ?? null;
  return { on, due: come && hold === null, heldBy: come ? hold : null };
}
