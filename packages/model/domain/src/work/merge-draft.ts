import type { DraftChange } from '@assay/contracts';

type Json = DraftChange['set'][string];

/** A value that a later change of another tab replaced: it can be brought back. */
export type Replaced = { field: string; value: Json; revision: number };

/** One person's unsubmitted answers to one sample, as all their tabs see them. */
export type Draft = {
  /** Counts accepted changes from 0. */
  revision: number;
  fields: { readonly [field: string]: Json };
  /** Revision at which each field was last set, also of fields that were taken away. */
  changed: { readonly [field: string]: number };
  /** Last step accepted of each client. */
  steps: { readonly [clientId: string]: number };
  /** Newest last. */
  replaced: readonly Replaced[];
};

export const emptyDraft: Draft = { revision: 0, fields: {}, changed: {}, steps: {}, replaced: [] };

/** Clients remembered, at most: one for each time that a tab opened the task. */
const MOST_CLIENTS = 100;
/** Values kept that were replaced, at most. */
export const MOST_REPLACED = 50;
/** Fields of a draft at most. */
export const MOST_DRAFT_FIELDS = 2_000;

/**
 * A draft after one change. Steps of a client that were taken before change nothing, so that sending again is safe; a
 * step that comes before the one in front of it is refused (`gap`), so that none is passed over. Changes of different
 * fields are all kept whatever their order; of the same field the later stands, and what it replaced unseen is kept
 * beside it.
 */
export function mergeDraft(draft: Draft, change: DraftChange): Draft | 'gap' | 'too-many-fields' {
  const last = draft.steps[change.clientId] ?? 0;
  if (change.step <= last) return draft;
  if (change.step > last + 1) return 'gap';
  const revision = draft.revision + 1;
  const fields: Record<string, Json> = { ...draft.fields };
  const changed = { ...draft.changed };
  const replaced = [...draft.replaced];
  for (const [field, value] of Object.entries(change.set)) {
    const before = fields[field] ?? null;
    const unseen = (changed[field] ?? 0) > change.baseRevision;
    if (unseen && before !== null && JSON.stringify(before) !== JSON.stringify(value)) {
      replaced.push({ field, value: before, revision: changed[field] ?? 0 });
    }
    if (value === null) delete fields[field];
    else fields[field] = value;
    changed[field] = revision;
  }
  if (Object.keys(fields).length > MOST_DRAFT_FIELDS) return 'too-many-fields';
  const { [change.clientId]: _, ...others } = draft.steps;
  return {
    revision,
    fields,
    changed,
    // The client that spoke last stands last, so that the one forgotten was silent longest.
    steps: Object.fromEntries(
      [...Object.entries(others), [change.clientId, change.step]].slice(-MOST_CLIENTS),
    ),
    replaced: replaced.slice(-MOST_REPLACED),
  };
}
