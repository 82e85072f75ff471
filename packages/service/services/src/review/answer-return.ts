import { type Annotation, AssayError, type DrawnStanding, returnStatus, reviewMark } from '@assay/contracts';
import type { TaskOfBatch } from '@assay/db';
import { type Actor, mapAnnotation } from '@assay/domain';
import { type CommandContext, command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { notify } from '../notifications/notify.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { withOthersDrawn } from '../work/drawing.ts';
import { requireDrawnFits } from '../work/drawn-fits.ts';
import { presentVersion, stepsFrom } from '../work/mapping-steps.ts';
import { dropBegun, lockTask } from '../work/task-record.ts';
import { type Returned, requireChangeable, requireReturn, returnEnded } from '../work/worked-task.ts';
import { requireSound } from './decide-review.ts';
import { lockReview, requireReview } from './review-record.ts';
import { routingFor } from './review-routing.ts';
import { labelsOfSample, marksOf, putItem } from './route-sample.ts';

type Reply = {
  returnId: string;
  reply: string;
  /** A new answer, with an id that the client made; null keeps the old one and says why in the reply. */
  revision: {
    annotationId: string;
    payload: Annotation;
    activeMs: number;
    toolVersion: string;
    /** Of an answer that was drawn. */
    drawing?: DrawnStanding | null;
    /** Under which the page showed what came back; a migration may have come since, and the answer follows it. */
    labelSchemaVersionId?: string | null;
  } | null;
};

/** An author answers what came back: another answer in the place of theirs, or why theirs is right. */
export async function answerReturn(deps: Deps, actor: Actor, input: Reply): Promise<void> {
  const authorId = requirePerson(actor);
  if (input.revision === null && input.reply.trim() === '') {
    throw new AssayError('bad-input', 'Say why your answer is right.', { field: 'reply' });
  }
  try {
    await answerNow(deps, actor, authorId, input);
  } catch (error) {
    // The same answer came before, and whoever sends it again did not hear so.
    const known = await query(deps, actor, (t) => t.reviewReturns.get(input.returnId));
    const { revision } = input;
    if (known?.authorId === authorId && revision !== null && known.newAnnotationId === revision.annotationId)
      return;
    throw error;
  }
}

function answerNow(deps: Deps, actor: Actor, authorId: string, input: Reply): Promise<void> {
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const { taskId } = await requireReturn(t, input.returnId, authorId);
    // Whoever is about to save a change of it comes before this or finds it ended.
    const task = await lockTask(t, taskId);
    const found = await requireReturn(t, input.returnId, authorId);
    const status = returnStatus.parse(found.status);
    if (status !== 'WAITING') throw returnEnded(status);
    const row = await lockReview(t, found.itemId);
    const { revision } = input;
    const ended = await t.reviewReturns.end(found.id, {
      status: revision === null ? 'CONTESTED' : 'REVISED',
      reply: input.reply,
      newAnnotationId: revision?.annotationId ?? null,
      endedAt: deps.clock.now(),
    });
    // The expert took it back after it was looked at here.
    if (!ended) throw returnEnded('WITHDRAWN');
    const next = requireReview(row, { kind: 'answer' });
    if (revision !== null) await revise(context, task, found, revision);
    await dropBegun(t, task, authorId);
    const kind = revision === null ? 'contested' : 'revised';
    await t.reviews.act({
      id: deps.ids.next(),
      itemId: row.id,
      kind,
      by: authorId,
      comment: input.reply,
      annotationId: revision?.annotationId ?? found.annotationId,
    });
    if (next.status === 'OPEN') {
      await t.reviews.set(row.id, next);
      await comeAgain(deps, context, row);
    }
    await record({
      action: `review.${kind}`,
      object: { type: 'reviewItem', id: row.id },
      projectId: row.projectId,
      details: { sample: row.sampleKey, return: found.id },
      alsoTouched: [
        { type: 'annotation', id: found.annotationId },
        ...(revision === null ? [] : [{ type: 'annotation', id: revision.annotationId }]),
      ],
    });
    await notify(deps, t, {
      userIds: [found.by],
      except: authorId,
      kind: 'review.answered',
      subject: { projectId: row.projectId },
      link: `/projects/${row.projectId}/review/${row.id}`,
    });
  });
}

/** The new answer supersedes the old one, which stays on record. */
async function revise(
  { t }: CommandContext,
  task: TaskOfBatch,
  found: Returned,
  revision: NonNullable<Reply['revision']>,
): Promise<void> {
  requireChangeable(task, found);
  const { authorId, batchId } = found;
  const of = { batchId, item: task.item, personId: authorId };
  const under = revision.labelSchemaVersionId;
  const drawn = revision.drawing == null ? null : await t.drawings.head(of);
  const present = await presentVersion(t, task, under, drawn?.labelSchemaVersionId);
  const said = mapAnnotation(revision.payload, await stepsFrom(t, under, present)).annotation;
  const payload = await withOthersDrawn(t, of, said, revision.drawing ?? null, present);
  await requireSound(t, batchId, payload, 'revision.payload');
  await requireDrawnFits(t, task.id, authorId, payload);
  await t.tasks.annotate({
    id: revision.annotationId,
    task: { ...task, labelSchemaVersionId: present },
    authorId,
    supersedes: found.annotationId,
    toolVersion: revision.toolVersion,
    activeMs: revision.activeMs,
    payload: asJson(payload),
  });
  await t.reviewReturns.repoint(task.id, revision.annotationId);
}

/** Each author has answered: the sample is before an expert again, first of all because of that. */
async function comeAgain(
  deps: Deps,
  { t }: CommandContext,
  row: { projectId: string; batchId: string; item: number },
): Promise<void> {
  const sample = await t.reviews.sample(row.batchId, row.item);
  if (sample === null) return;
  const { schema } = await documentsOf(t, row.batchId);
  const routing = await routingFor(t, row.projectId, row.batchId);
  const marks = [reviewMark.parse({ reason: 'returned' }), ...marksOf(schema, routing, sample)];
  await putItem(deps, t, row, sample, labelsOfSample(schema, sample), marks);
}
