import { AssayError, type DraftChange, LEASE_MS, type StoredDraft, storedDraft } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, type Draft, emptyDraft, mapField, mapFields, mergeDraft } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { presentVersion, stepsFrom } from './mapping-steps.ts';
import { lockWorkedTask } from './worked-task.ts';

/** A draft as it stands, and the version of the label schema that it is read under; null of a blind test. */
export type SavedDraft = Draft & { labelSchemaVersionId: string | null };

/** Bytes of a draft as JSON, at most. */
const MOST_BYTES = 256 * 1024;

/** The draft as it stands, as it is read under the version `present` of the label schema; null: as it was saved. */
export async function draftOf(
  t: Repositories,
  of: { batchId: string; item: number; personId: string },
  present: string | null = null,
): Promise<Draft> {
  return readDraft(t, await t.tasks.draft(of.batchId, of.item, of.personId), present);
}

async function readDraft(
  t: Repositories,
  row: Awaited<ReturnType<Repositories['tasks']['draft']>>,
  present: string | null,
): Promise<Draft> {
  if (row === null) return emptyDraft;
  const { type: _, version: __, ...draft } = storedDraft.parse(row.state);
  const steps = await stepsFrom(t, row.labelSchemaVersionId, present);
  if (steps.length === 0) return draft;
  return {
    ...draft,
    fields: mapFields(draft.fields, steps),
    replaced: draft.replaced.map((each) => ({ ...each, value: mapField(each.field, each.value, steps) })),
  };
}

/**
 * Takes one change of a draft and gives back how the draft stands, with what other tabs did. Sending the same change
 * again changes nothing. It also prolongs the lease.
 */
export function saveDraft(
  deps: Deps,
  actor: Actor,
  input: {
    taskId: string;
    leaseId: string;
    change: DraftChange;
    /** Under which the page shows the task; a migration may have come since. */
    labelSchemaVersionId?: string | null;
  },
): Promise<SavedDraft> {
  const personId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const task = await lockWorkedTask(t, { ...input, personId, leaseMs: LEASE_MS });
    const of = { batchId: task.batchId, item: task.item, personId };
    const kept = await t.tasks.draft(of.batchId, of.item, of.personId);
    const present = await presentVersion(t, task, input.labelSchemaVersionId, kept?.labelSchemaVersionId);
    const steps = await stepsFrom(t, input.labelSchemaVersionId, present);
    const change = { ...input.change, set: mapFields(input.change.set, steps) };
    const before = await readDraft(t, kept, present);
    const after = mergeDraft(before, change);
    if (after === 'gap') {
      throw new AssayError('conflict', 'A change that was made before this one has not arrived yet.', {
        kept: 'It is kept in your browser.',
        next: 'It is sent again by itself.',
        field: 'change.step',
      });
    }
    if (after === 'too-many-fields' || JSON.stringify(after).length > MOST_BYTES) {
      throw new AssayError('too-large', 'These answers are too long to be kept as a draft.', {
        kept: 'What was saved before is kept.',
        next: 'Shorten the longest text.',
      });
    }
    if (after !== before) {
      const state: StoredDraft = storedDraft.parse(after);
      await t.tasks.saveDraft({
        ...of,
        revision: after.revision,
        state: asJson(state),
        labelSchemaVersionId: present,
      });
    }
    await t.tasks.renew(personId, [input.leaseId], LEASE_MS);
    return { ...after, labelSchemaVersionId: present };
  });
}
