import {
  type Annotation,
  AssayError,
  annotation as annotationSchema,
  type DrawnStanding,
  LEASE_MS,
  type SkipReason,
} from '@assay/contracts';
import type { Repositories, TaskOfBatch } from '@assay/db';
import { type Actor, checkAnnotation, mapAnnotation } from '@assay/domain';
import { type CommandContext, command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { orderSweep } from '../review/order-sweep.ts';
import { requireUnreviewed } from '../review/review-record.ts';
import { routeSample } from '../review/route-sample.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from './batch-documents.ts';
import { answerControl } from './control-record.ts';
import { withOthersDrawn } from './drawing.ts';
import { requireDrawnFits } from './drawn-fits.ts';
import { presentVersion, stepsFrom } from './mapping-steps.ts';
import { dropBegun, lockHeldTask, lockTask, requireDecision, requireTakesAnswers } from './task-record.ts';

/** The batch is done when nothing of it waits for an answer. Of two that answer last, one sees it. */
async function endWhenDone(
  deps: Deps,
  { t, order, record }: Pick<CommandContext, 't' | 'order' | 'record'>,
  { batchId, projectId }: { batchId: string; projectId: string },
): Promise<boolean> {
  const { open } = await t.tasks.supply(batchId, 1);
  if (open > 0) return false;
  await t.batches.lock(batchId);
  if (await t.tasks.anyUnended(batchId)) return false;
  const done = await t.batches.move(batchId, ['OPEN', 'PAUSED'], 'DONE', { finishedAt: deps.clock.now() });
  // Now it can be said which labels are rare.
  if (done) {
    await orderSweep({ t, order }, { id: batchId, projectId });
    await record({ action: 'batch.finished', object: { type: 'batch', id: batchId }, projectId });
  }
  return done;
}

/** Was this very answer taken before? Then whoever sends it again did not hear so. */
async function wasTaken(
  t: Repositories,
  input: { taskId: string; annotationId: string },
  authorId: string,
): Promise<boolean> {
  const known =
    (await t.tasks.annotation(input.annotationId)) ?? (await t.controls.getAnswer(input.annotationId));
  if (known === null) return false;
  if (known.taskId === input.taskId && known.authorId === authorId) return true;
  throw new AssayError('conflict', 'This answer has the id of another one.', { field: 'annotationId' });
}

/** Fails unless the answer is what the batch's label schema asks for. */
async function requireComplete(
  t: Repositories,
  batchId: string,
  payload: Annotation,
  isMigrated: boolean,
): Promise<void> {
  const { schema, columns } = await documentsOf(t, batchId);
  const names = columns.map((column) => column.name);
  const problems = checkAnnotation(schema, payload, names);
  const [first, ...others] = problems;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` There are ${others.length} more problems.`;
  throw new AssayError('bad-input', `${first.message}${more}`, {
    field: `payload.${first.field}`,
    kept: 'Your answers are kept as a draft.',
    next: isMigrated
      ? 'The label schema was migrated after this page was opened: load the page again, mend it, and submit.'
      : 'Mend it, and submit again.',
  });
}

const isOlder = (under: string | null | undefined, present: string | null): boolean =>
  under != null && under !== present;

/**
 * Hands in an answer: the annotation, the end of the turn and the event in one transaction. `annotationId` is made by
 * the client, so that an answer that is sent twice is one.
 */
export async function submitTask(
  deps: Deps,
  actor: Actor,
  input: {
    taskId: string;
    leaseId: string;
    annotationId: string;
    payload: Annotation;
    activeMs: number;
    toolVersion: string;
    /** Of an answer that was drawn. */
    drawing?: DrawnStanding | null;
    /** Under which the page showed the task; a migration may have come since, and the answer follows it. */
    labelSchemaVersionId?: string | null;
  },
): Promise<{ annotationId: string; batchDone: boolean }> {
  const authorId = requirePerson(actor);
  const { annotationId } = input;
  const known = () => query(deps, actor, (t) => wasTaken(t, input, authorId));
  try {
    return await submitNow(deps, actor, { ...input, authorId });
  } catch (error) {
    // The same answer came before, or at the same moment and first.
    if (await known()) return { annotationId, batchDone: false };
    throw error;
  }
}

function submitNow(
  deps: Deps,
  actor: Actor,
  input: Parameters<typeof submitTask>[2] & { authorId: string },
): Promise<{ annotationId: string; batchDone: boolean }> {
  const { annotationId, authorId } = input;
  return command(deps, actor, async ({ t, record, order }) => {
    const held = await lockHeldTask(t, { ...input, personId: authorId, leaseMs: LEASE_MS });
    await requireStillBlind(t, held);
    const of = { batchId: held.batchId, item: held.item, personId: authorId };
    const drawn = input.drawing == null ? null : await t.drawings.head(of);
    const present = await presentVersion(t, held, input.labelSchemaVersionId, drawn?.labelSchemaVersionId);
    const task = { ...held, labelSchemaVersionId: present };
    const steps = await stepsFrom(t, input.labelSchemaVersionId, present);
    const said = mapAnnotation(input.payload, steps).annotation;
    const payload = await withOthersDrawn(t, of, said, input.drawing ?? null, present);
    await requireComplete(t, task.batchId, payload, isOlder(input.labelSchemaVersionId, present));
    await requireDrawnFits(t, task.id, authorId, payload);
    const { activeMs, toolVersion } = input;
    const turn = { id: annotationId, task, authorId, activeMs, toolVersion };
    if (task.control === null) {
      await t.tasks.annotate({ ...turn, supersedes: null, payload: asJson(payload) });
    } else await answerControl(t, turn, { payload });
    await t.tasks.end(task.id, { annotationId });
    await dropBegun(t, task, authorId);
    await record({
      action: 'task.submitted',
      object: { type: 'task', id: task.id },
      projectId: task.projectId,
      details: { annotation: annotationId, sample: task.sampleKey, activeMs: Math.round(input.activeMs) },
      alsoTouched: [
        { type: 'annotation', id: annotationId },
        { type: 'batch', id: task.batchId },
      ],
    });
    if (task.control === null) await routeSample(deps, t, task, task.item);
    return { annotationId, batchDone: await endWhenDone(deps, { t, order, record }, task) };
  });
}

/** Passes over a sample, with a reason: the turn is used up, and the sample waits for a decision. */
export function skipTask(
  deps: Deps,
  actor: Actor,
  input: { taskId: string; leaseId: string; reason: SkipReason; note: string | null },
): Promise<{ batchDone: boolean }> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record, order }) => {
    const task = await lockHeldTask(t, { ...input, personId, leaseMs: LEASE_MS });
    await requireStillBlind(t, task);
    if (task.control !== null) {
      const said = { id: deps.ids.next(), task, authorId: personId, activeMs: 0, toolVersion: '' };
      await answerControl(t, said, { skipped: input.reason });
    }
    await t.tasks.end(task.id, { skipReason: input.reason, skipNote: input.note });
    await record({
      action: 'task.skipped',
      object: { type: 'task', id: task.id },
      projectId: task.projectId,
      details: { sample: task.sampleKey, reason: input.reason },
      alsoTouched: [{ type: 'batch', id: task.batchId }],
    });
    if (task.control === null) await routeSample(deps, t, task, task.item);
    return { batchDone: await endWhenDone(deps, { t, order, record }, task) };
  });
}

/** What was said in a turn stands no more; of a sample or of a control task. Null where it was skipped. */
async function takeBackAnswer(deps: Deps, t: Repositories, task: TaskOfBatch, personId: string) {
  if (task.control !== null) {
    const said = await t.controls.retract(task.id, deps.clock.now());
    return task.annotationId === null ? null : said;
  }
  const annotation = task.annotationId === null ? null : await t.tasks.annotation(task.annotationId);
  if (annotation !== null) t.tasks.retract(task, personId);
  return annotation;
}

/**
 * Fails when the result of a blind test can be seen: what is said afterwards is not blind. The batch is locked, so that
 * nobody ends it meanwhile.
 */
async function requireStillBlind(t: Repositories, { batchId, control }: TaskOfBatch): Promise<void> {
  if (control !== 'blind') return;
  const batch = await t.batches.lock(batchId);
  if (batch?.status !== 'DONE') return;
  throw new AssayError('conflict', `Blind test ${batch.number} has ended, and its result can be seen.`, {
    kept: 'What was answered before stands.',
    next: 'Go on with another batch.',
  });
}

/**
 * Takes back what one submitted or skipped: the annotation is retracted, never deleted, and the task is in one's hands
 * again. Returns what had been answered, to go on from.
 */
export function takeBack(
  deps: Deps,
  actor: Actor,
  input: { taskId: string },
): Promise<{ leaseId: string; payload: Annotation | null }> {
  const personId = requirePerson(actor);
  const leaseId = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const task = await lockTask(t, input.taskId);
    requireTakesAnswers(task);
    requireDecision(task, { kind: 'retract', personId, leaseId });
    await requireStillBlind(t, task);
    await requireUnreviewed(t, task.batchId, task.item);
    const annotation = await takeBackAnswer(deps, t, task, personId);
    if (annotation !== null) await dropBegun(t, task, personId);
    await t.tasks.retake(task.id, leaseId, LEASE_MS);
    await t.batches.move(task.batchId, ['DONE'], 'OPEN', { finishedAt: null });
    await record({
      action: 'task.taken-back',
      object: { type: 'task', id: task.id },
      projectId: task.projectId,
      details: { sample: task.sampleKey, annotation: annotation?.id ?? null },
      alsoTouched: [
        { type: 'batch', id: task.batchId },
        ...(annotation === null ? [] : [{ type: 'annotation', id: annotation.id }]),
      ],
    });
    return { leaseId, payload: annotationSchema.nullable().parse(annotation?.payload ?? null) };
  });
}
