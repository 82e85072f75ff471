import {
  type Annotation,
  AssayError,
  type DrawnChange,
  type DrawnRecord,
  type DrawnStanding,
  drawnRecord,
  LEASE_MS,
  type MappingStep,
  MOST_DRAWING_BYTES,
  MOST_DRAWN,
} from '@assay/contracts';
import type { Repositories, StoredDrawing } from '@assay/db';
import {
  type Actor,
  answerOfDrawn,
  drawnOfAnswer,
  mapDrawn,
  mapDrawnChange,
  mergeDrawn,
  type ReplacedDrawn,
  type StoredDrawn,
} from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from './batch-documents.ts';
import { presentVersion, stepsFrom } from './mapping-steps.ts';
import { lockWorkedTask } from './worked-task.ts';

const steps = z.record(z.string(), z.number().int());
const changed = z.record(z.string(), z.number().int());

export type Drawing = {
  /** Counts the changes that were taken, from 0. */
  revision: number;
  records: DrawnRecord[];
};

/** What changed since a tab looked last, and what its own change replaced of others. */
export type DrawingAnswer = {
  revision: number;
  /** Null is one that is gone. */
  changed: { id: string; record: DrawnRecord | null }[];
  replaced: ReplacedDrawn[];
};

const storedOf = ({ id, revision, record, changed: at }: StoredDrawing): StoredDrawn => ({
  id,
  revision,
  record: drawnRecord.nullable().parse(record),
  changed: changed.parse(at),
});

/** What one has drawn on the image of a task that one holds, and not handed in. */
export function readDrawing(
  deps: Deps,
  actor: Actor,
  input: { taskId: string; leaseId: string },
): Promise<Drawing> {
  const personId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const task = await lockWorkedTask(t, { ...input, personId, leaseMs: LEASE_MS });
    const of = { batchId: task.batchId, item: task.item, personId };
    const head = await t.drawings.head(of);
    const steps = await stepsFrom(t, head?.labelSchemaVersionId, task.labelSchemaVersionId);
    const records = (await t.drawings.standing(of)).map((row) =>
      mapDrawn(drawnRecord.parse(row.record), steps),
    );
    return { revision: head?.revision ?? 0, records };
  });
}

/**
 * Takes one change of a drawing, record by record and property by property, and says what other tabs changed meanwhile.
 * Sending the same change again changes nothing. It also prolongs the lease.
 */
export function saveDrawing(
  deps: Deps,
  actor: Actor,
  input: {
    taskId: string;
    leaseId: string;
    change: DrawnChange;
    /** Under which the page shows the task; a migration may have come since. */
    labelSchemaVersionId?: string | null;
  },
): Promise<DrawingAnswer> {
  const personId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const task = await lockWorkedTask(t, { ...input, personId, leaseMs: LEASE_MS });
    const { schema } = await documentsOf(t, task.batchId);
    if (!schema.questions.some((question) => question.kind === 'regions')) {
      throw new AssayError('bad-input', 'Nothing is drawn in this batch.', { field: 'change' });
    }
    const of = { batchId: task.batchId, item: task.item, personId };
    const locked = await t.drawings.lock(of);
    const present = await presentVersion(t, task, input.labelSchemaVersionId, locked.labelSchemaVersionId);
    const change = mapDrawnChange(input.change, await stepsFrom(t, input.labelSchemaVersionId, present));
    await bringUpToDate(t, of, await stepsFrom(t, locked.labelSchemaVersionId, present));
    const head = { revision: locked.revision, steps: steps.parse(locked.steps) };
    const named = [
      ...change.added.map(({ id }) => id),
      ...change.updated.map(({ id }) => id),
      ...change.removed,
    ];
    const stored = new Map((await t.drawings.some(of, named)).map((row) => [row.id, storedOf(row)]));
    const merged = mergeDrawn(head, stored, change);
    if (merged === 'gap') {
      throw new AssayError('conflict', 'A change that was made before this one has not arrived yet.', {
        kept: 'It is kept in your browser.',
        next: 'It is sent again by itself.',
        field: 'change.step',
      });
    }
    if (merged !== null) {
      requireSound(merged.records);
      await t.drawings.save(of, merged.records);
      if (change.added.length + change.updated.length > 0) {
        const { records, bytes } = await t.drawings.measure(of);
        // What was removed is kept, too: drawing and deleting for ever has an end.
        if (records > 2 * MOST_DRAWN || bytes > MOST_DRAWING_BYTES) {
          throw new AssayError('too-large', 'This is more than can be drawn on one image.', {
            kept: 'What was saved before is kept.',
            next: 'Take back the last step; masks and borders of fewer points take less.',
          });
        }
      }
      await t.drawings.saveHead(of, merged.head.revision, asJson(merged.head.steps), present);
    } else if (locked.labelSchemaVersionId !== present) {
      await t.drawings.saveHead(of, head.revision, asJson(head.steps), present);
    }
    await t.tasks.renew(personId, [input.leaseId], LEASE_MS);
    const others = await t.drawings.since(of, change.baseRevision);
    return {
      revision: merged?.head.revision ?? head.revision,
      changed: others
        .map(storedOf)
        .filter((each) => merged === null || isOfOthers(each, change.baseRevision, merged.head.revision))
        .map(({ id, record }) => ({ id, record })),
      replaced: merged?.replaced ?? [],
    };
  });
}

/**
 * An answer with what other tabs of the person drew, changed and removed after the one that hands it in looked last: all
 * tabs draw on one drawing, and handing in loses nothing of it. What this tab did itself and has not heard of stands.
 */
export async function withOthersDrawn(
  t: Repositories,
  of: { batchId: string; item: number; personId: string },
  payload: Annotation,
  standing: DrawnStanding | null,
  present: string | null,
): Promise<Annotation> {
  if (standing === null) return payload;
  const { schema } = await documentsOf(t, of.batchId);
  const question = schema.questions.find(({ kind }) => kind === 'regions');
  const answer = question === undefined ? undefined : payload.answers[question.id];
  if (question === undefined || answer?.kind !== 'regions') return payload;
  const own = new Set([...standing.waiting, ...standing.removed]);
  const records = new Map<string, DrawnRecord>(drawnOfAnswer(answer).map((record) => [record.id, record]));
  const head = await t.drawings.head(of);
  const steps = await stepsFrom(t, head?.labelSchemaVersionId, present);
  for (const { id, record } of await t.drawings.since(of, standing.revision)) {
    if (own.has(id)) continue;
    const read = drawnRecord.nullable().parse(record);
    if (read === null) records.delete(id);
    else records.set(id, mapDrawn(read, steps));
  }
  const whole = answerOfDrawn([...records.values()]);
  return { ...payload, answers: { ...payload.answers, [question.id]: whole } };
}

/** A drawing that was saved under an older version of the label schema goes on under the present one. */
async function bringUpToDate(
  t: Repositories,
  of: { batchId: string; item: number; personId: string },
  steps: readonly MappingStep[],
): Promise<void> {
  if (steps.length === 0) return;
  const changed = (await t.drawings.standing(of)).flatMap(({ id, record }) => {
    const before = drawnRecord.parse(record);
    const after = mapDrawn(before, steps);
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ id, record: after }];
  });
  if (changed.length > 0) await t.drawings.rewrite(of, changed);
}

/** A record whose properties were set one by one may have become none. */
function requireSound(records: readonly StoredDrawn[]): void {
  for (const { id, record } of records) {
    if (record === null) continue;
    const read = drawnRecord.safeParse(record);
    if (read.success) continue;
    const [issue] = read.error.issues;
    throw new AssayError('bad-input', `A region would be of no known form: ${issue?.message ?? ''}`, {
      field: `change.${[id, ...(issue?.path ?? [])].join('.')}`,
      kept: 'What was saved before is kept.',
      next: 'Take back the last step, and do it again.',
    });
  }
}

/** Did somebody else change it after the tab looked? What the tab itself has just changed it knows. */
function isOfOthers({ revision, record, changed: at }: StoredDrawn, base: number, now: number): boolean {
  if (record === null) return revision > base && revision < now;
  return Object.values(at).some((each) => each > base && each < now);
}
