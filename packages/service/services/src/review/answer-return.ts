import { type Annotation, AssayError, notFound, reviewMark } from '@assay/contracts';
import { type Actor, mapAnnotation } from '@assay/domain';
import { type CommandContext, command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { notify } from '../notifications/notify.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { presentVersion, stepsFrom } from '../work/mapping-steps.ts';
import { lockTask, requireTakesAnswers } from '../work/task-record.ts';
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
    const found = await t.reviewReturns.get(input.returnId);
    // Somebody else's is nobody's business.
    if (found === null || found.authorId !== authorId) throw notFound('returned answer');
    const row = await lockReview(t, found.itemId);
    const { revision } = input;
    const ended = await t.reviewReturns.end(found.id, {
      status: revision === null ? 'CONTESTED' : 'REVISED',
      reply: input.reply,
      newAnnotationId: revision?.annotationId ?? null,
      endedAt: deps.clock.now(),
    });
    if (!ended) {
      throw new AssayError('conflict', 'This was answered, or the expert took it back.', {
        kept: 'Nothing was changed.',
        next: 'Load the page again to see how it stands.',
      });
    }
    const next = requireReview(row, { kind: 'answer' });
    if (revision !== null) await revise(context, found, revision);
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
  found: { taskId: string; annotationId: string; authorId: string; batchId: string },
  revision: NonNullable<Reply['revision']>,
): Promise<void> {
  const task = await lockTask(t, found.taskId);
  requireTakesAnswers(task);
  if (task.annotationId !== found.annotationId) {
    throw new AssayError('conflict', 'The answer that came back does not stand any more.', {
      next: 'Load the page again to see how it stands.',
    });
  }
  const under = revision.labelSchemaVersionId;
  const present = await presentVersion(t, task, under);
  const payload = mapAnnotation(revision.payload, await stepsFrom(t, under, present)).annotation;
  await requireSound(t, found.batchId, payload, 'revision.payload');
  await t.tasks.annotate({
    id: revision.annotationId,
    task: { ...task, labelSchemaVersionId: present },
    authorId: found.authorId,
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
