import { annotation, notFound, returnStatus } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { withTable } from '../sources/version-table.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { requireBatch } from '../work/batch-record.ts';
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
    const found = await t.reviewReturns.get(input.returnId);
    // Somebody else's is nobody's business.
    if (found === null || found.authorId !== authorId) throw notFound('returned answer');
    const batch = await requireBatch(t, found.batchId);
    const { schema, manifest } = await documentsOf(t, found.batchId);
    const answer = await t.tasks.annotation(found.annotationId);
    const revised = found.newAnnotationId === null ? null : await t.tasks.annotation(found.newAnnotationId);
    if (answer === null) throw notFound('returned answer');
    const names = await t.members.names([found.by]);
    const view = {
      id: found.id,
      projectId: found.reviewItem.projectId,
      status: returnStatus.parse(found.status),
      row: Number(found.reviewItem.row),
      by: { userId: found.by, name: names.get(found.by) ?? null },
      faults: faultsOf(found.faults),
      comment: found.comment,
      proposal: found.proposal === null ? null : annotation.parse(found.proposal),
      answer: annotation.parse(answer.payload),
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
