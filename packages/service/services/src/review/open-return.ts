import { type Annotation, annotation, type StoredDraft, storedDraft } from '@assay/contracts';
import type { Repositories, TaskOfBatch } from '@assay/db';
import { type Actor, changeOf, drawnOfAnswer, emptyDraft, fieldsOf, mergeDrawn } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { type ServedTask, serveTasks, type WorkBatch } from '../work/claim-work.ts';
import { holdSchemaOf } from '../work/mapping-steps.ts';
import { lockTask } from '../work/task-record.ts';
import { requireChangeable, requireReturn, returnOutdated } from '../work/worked-task.ts';

/**
 * Opens an answer that came back in the workbench. What was handed in is laid there once as a draft and a drawing, and
 * from then on they are what stands in it: each tab and each opening goes on from what the one before it left. The id of
 * the return is what the task is held under.
 */
export async function openReturn(
  deps: Deps,
  actor: Actor,
  input: { returnId: string },
): Promise<{ batch: WorkBatch; task: ServedTask & { leaseId: string } }> {
  const personId = requirePerson(actor);
  const held = await query(deps, actor, async (t) => {
    const { taskId } = await requireReturn(t, input.returnId, personId);
    const locked = await lockTask(t, taskId);
    // Read again: who replies, or takes it back, may have been a moment faster.
    const found = await requireReturn(t, input.returnId, personId);
    const task = requireChangeable(locked, found);
    const { labelSchemaVersionId } = await holdSchemaOf(t, task.batchId);
    const answer = await t.tasks.annotation(found.annotationId);
    if (answer === null) throw returnOutdated();
    await layAnswer(t, { ...task, labelSchemaVersionId }, personId, annotation.parse(answer.payload));
    return task;
  });
  const of = { batchId: held.batchId, tasks: [held], personId };
  const served = await serveTasks(deps, actor, of);
  const [task] = served?.tasks ?? [];
  if (served === null || task === undefined) throw returnOutdated();
  return { batch: served.batch, task: { ...task, leaseId: input.returnId } };
}

/** Lays an answer down to be changed, where that was not done yet: what is there already goes on as it is. */
async function layAnswer(
  t: Repositories,
  { batchId, item, labelSchemaVersionId }: TaskOfBatch,
  personId: string,
  answer: Annotation,
): Promise<void> {
  const of = { batchId, item, personId };
  if ((await t.tasks.draft(batchId, item, personId)) === null) {
    const fields = changeOf({}, fieldsOf(answer));
    const changed = Object.fromEntries(Object.keys(fields).map((field) => [field, 1]));
    const state: StoredDraft = storedDraft.parse({ ...emptyDraft, revision: 1, fields, changed });
    await t.tasks.saveDraft({ ...of, revision: 1, state: asJson(state), labelSchemaVersionId });
  }
  const drawn = Object.values(answer.answers).find((each) => each.kind === 'regions');
  if (drawn?.kind !== 'regions') return;
  const { revision } = await t.drawings.lock(of);
  if (revision > 0) return;
  const added = drawnOfAnswer(drawn);
  const first = { clientId: personId, step: 1, baseRevision: 0, added, updated: [], removed: [] };
  const merged = mergeDrawn({ revision: 0, steps: {} }, new Map(), first);
  if (merged === null || merged === 'gap') return;
  await t.drawings.save(of, merged.records);
  await t.drawings.saveHead(of, merged.head.revision, {}, labelSchemaVersionId);
}
