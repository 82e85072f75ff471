import { type Annotation, annotation, notFound, returnStatus } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { withTable } from '../sources/version-table.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { requireBatch } from '../work/batch-record.ts';
import { type Returned, requireReturn } from '../work/worked-task.ts';
import { faultsOf } from './read-item.ts';

/** One's own answers that came back: those that wait, or those that one has answered. */
export function listReturns(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; waiting: boolean; before: string | null; limit: number },
) {
  const authorId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const { projectId, waiting, before, limit } = input;
    const rows = await t.reviewReturns.ofAuthor(projectId, authorId, waiting, before, limit);
    const page = rows.slice(0, limit);
    return {
      returns: page.map((row) => ({
        id: row.id,
        status: returnStatus.parse(row.status),
        row: Number(row.reviewItem.row),
        batch: {
          id: row.batchId,
          number: row.reviewItem.batch.number,
          name: row.reviewItem.batch.name,
        },
        faults: faultsOf(row.faults),
        comment: row.comment,
        reply: row.reply,
        createdAt: row.createdAt,
        endedAt: row.endedAt,
      })),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      waiting: await t.reviewReturns.waiting(projectId, authorId),
    };
  });
}

/** One answer of one's own that came back, with the row, what one said and what the expert would say. */
export async function getReturn(deps: Deps, actor: Actor, input: { returnId: string }) {
  const authorId = requirePerson(actor);
  const { view, manifest } = await query(deps, actor, async (t) => {
    const found = await requireReturn(t, input.returnId, authorId);
    const batch = await requireBatch(t, found.batchId);
    const { schema, manifest } = await documentsOf(t, found.batchId);
    const answer = await t.tasks.annotation(found.annotationId);
    const revised = found.newAnnotationId === null ? null : await t.tasks.annotation(found.newAnnotationId);
    if (answer === null) throw notFound('returned answer');
    const before = annotation.parse(answer.payload);
    const said = await saidOfRegions(t, found, before);
    const [picture] = await t.images.ofTasks([found.taskId], authorId);
    const [counted] = await t.images.frameCounts([found.taskId], authorId);
    const names = await t.members.names([found.by, ...said.flatMap(({ mentions }) => mentions)]);
    const person = (userId: string) => ({ userId, name: names.get(userId) ?? null });
    const view = {
      id: found.id,
      projectId: found.reviewItem.projectId,
      status: returnStatus.parse(found.status),
      row: Number(found.reviewItem.row),
      taskId: found.taskId,
      /** Its pixels come as those of the task. */
      picture:
        picture === undefined
          ? null
          : {
              path: picture.path,
              width: picture.width,
              height: picture.height,
              frames: counted?.frames || null,
            },
      by: person(found.by),
      faults: faultsOf(found.faults),
      comment: found.comment,
      proposal: found.proposal === null ? null : annotation.parse(found.proposal),
      /** In words of the moment: what was settled or taken back meanwhile is not among it. */
      said: said.map(({ mentions, ...each }) => ({ ...each, mentions: mentions.map(person) })),
      answer: before,
      revised: revised === null ? null : annotation.parse(revised.payload),
      reply: found.reply,
      createdAt: found.createdAt,
      endedAt: found.endedAt,
      batch: { id: batch.id, number: batch.number, name: batch.name, guidelineId: batch.guidelineId },
      labelSchemaVersionId: batch.labelSchemaVersionId,
      schema,
      columns: [...manifest.columns],
    };
    return { view, manifest };
  });
  const cells = await withTable(deps, manifest, (reader) => reader.row(view.row));
  return { ...view, cells: cells ?? [] };
}

/** Comments that go with an answer, at most, and those that are looked through for them. */
const MOST_SAID = 200;
const MOST_READ = 5000;

/**
 * What whoever sent an answer back said of its regions, and did not settle. Not what others said to one another there:
 * that is among those who review.
 */
async function saidOfRegions(
  t: Repositories,
  { itemId, by, status, endedAt }: Returned,
  { answers }: Annotation,
) {
  // What was taken back was not said, and what is said after the answer is not for its author.
  if (status === 'WITHDRAWN') return [];
  const mine = new Set(
    Object.values(answers).flatMap((answer) =>
      answer.kind === 'regions' ? [...answer.regions, ...(answer.rejected ?? [])].map(({ id }) => id) : [],
    ),
  );
  if (mine.size === 0) return [];
  const of = { subjectType: 'reviewItem' as const, subjectId: itemId };
  const said = await t.comments.ofRegions(of, by, MOST_READ);
  const isBefore = (at: Date | null) => at === null || endedAt === null || at <= endedAt;
  return said
    .filter(
      ({ regionId, createdAt, editedAt }) => mine.has(regionId) && isBefore(createdAt) && isBefore(editedAt),
    )
    .slice(0, MOST_SAID)
    .map(({ id, regionId, text, mentions, createdAt }) => ({ id, regionId, text, mentions, createdAt }));
}
