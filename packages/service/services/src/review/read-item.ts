import {
  type Annotation,
  annotation,
  decisionOutcome,
  notFound,
  type ReviewFault,
  returnStatus,
  reviewActKind,
  reviewFault,
  reviewMark,
  reviewStatus,
  skipReason,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, decideReview, framesColumn } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { requireBatch } from '../work/batch-record.ts';
import { proposalsOf } from '../work/claim-work.ts';
import { seesPeople } from '../work/sees-people.ts';
import { lockReview, reviewStateOf } from './review-record.ts';

export function faultsOf(words: readonly string[]): ReviewFault[] {
  return words.flatMap((word) => {
    const parsed = reviewFault.safeParse(word);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Letters for people whose names the reader may not see: A, B, C, ... by who answered first. */
function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;
}

async function earlierOf(t: Repositories, annotationId: string): Promise<Annotation | null> {
  const row = await t.tasks.annotation(annotationId);
  if (row === null || row.supersedes === null) return null;
  const before = await t.tasks.annotation(row.supersedes);
  return before === null ? null : annotation.parse(before.payload);
}

async function framesOf(t: Repositories, runId: string, row: number) {
  const frames = await t.images.frames(runId, row);
  return frames.map(({ id: imageId, path }) => ({ imageId, path }));
}

/** Everything that an expert needs to decide about one sample: the row, the answers side by side, what happened. */
export async function getReview(deps: Deps, actor: Actor, input: { reviewItemId: string }) {
  const found = await query(deps, actor, async (t) => {
    const row = await lockReview(t, input.reviewItemId);
    const batch = await requireBatch(t, row.batchId);
    const documents = await documentsOf(t, row.batchId);
    const { schema, manifest } = documents;
    const proposals = await proposalsOf(t, batch, documents, [row]);
    const sample = await t.reviews.sample(row.batchId, row.item);
    if (sample === null) throw notFound('review item');
    const acts = await t.reviews.acts(row.id);
    const returns = await t.reviewReturns.ofItem(row.id);
    const decision = row.decisionId === null ? null : await t.decisions.get(row.decisionId);
    const alike = await t.reviews.alike(row.projectId, [row.alike]);
    const names = await t.members.names([
      ...acts.map((act) => act.by),
      ...sample.answers.map((each) => each.authorId),
    ]);
    const authors = [...new Set([...sample.answers.map((each) => each.authorId), ...row.authors])];
    const open = await seesPeople(t, actor, row.projectId);
    const person = (userId: string) => {
      const at = authors.indexOf(userId);
      const letter = at < 0 ? null : letterOf(at);
      const shown = at < 0 || open || userId === actor.userId;
      return { letter, name: shown ? (names.get(userId) ?? null) : null, you: userId === actor.userId };
    };
    const personId = actor.userId ?? '';
    const claim = decideReview(reviewStateOf(row), { kind: 'claim', personId, leaseId: '' });
    const pattern = row.patternId === null ? null : await t.patterns.get(row.patternId);
    const view = {
      id: row.id,
      projectId: row.projectId,
      batchId: row.batchId,
      item: row.item,
      row: row.row,
      sampleKey: row.sampleKey,
      status: reviewStatus.parse(row.status),
      marks: reviewMark.array().parse(row.marks),
      alike: row.alike,
      alikeCount: alike.get(row.alike) ?? 0,
      round: row.round,
      /** Why one cannot take it; null when one can. */
      refused: typeof claim === 'string' ? claim : null,
      mine: row.decidedBy !== null && row.decidedBy === actor.userId,
      pattern: pattern === null ? null : { id: pattern.id, number: pattern.number, name: pattern.name },
      batch: {
        id: batch.id,
        number: batch.number,
        name: batch.name,
        description: batch.description,
        runId: batch.runId,
        guidelineId: batch.guidelineId,
      },
      labelSchemaVersionId: batch.labelSchemaVersionId,
      schema,
      columns: [...manifest.columns],
      frames: framesColumn(manifest.columns) === null ? [] : await framesOf(t, batch.runId, row.row),
      answers: await Promise.all(
        sample.answers.map(async ({ annotationId, authorId, payload }) => ({
          annotationId,
          author: person(authorId),
          payload: annotation.parse(payload),
          before: await earlierOf(t, annotationId),
        })),
      ),
      /** What prelabels said of it before anybody answered. */
      proposal: proposals.get(row.row) ?? null,
      skips: sample.skips.map((each) => skipReason.parse(each)),
      decision:
        decision === null
          ? null
          : {
              id: decision.id,
              outcome: decisionOutcome.parse(decision.outcome),
              payload: decision.payload === null ? null : annotation.parse(decision.payload),
              faults: faultsOf(decision.faults),
              comment: decision.comment,
            },
      returns: returns.map((each) => ({
        id: each.id,
        author: person(each.authorId),
        status: returnStatus.parse(each.status),
        round: each.round,
        proposal: each.proposal === null ? null : annotation.parse(each.proposal),
        reply: each.reply,
        endedAt: each.endedAt,
      })),
      history: acts.map((act) => ({
        id: act.id,
        kind: reviewActKind.parse(act.kind),
        by: person(act.by),
        faults: faultsOf(act.faults),
        comment: act.comment,
        at: act.createdAt,
      })),
    };
    return { view, manifest };
  });
  const { view, manifest } = found;
  const cells = await withTable(deps, manifest, (reader) => reader.row(view.row));
  return { ...view, cells: cells ?? [] };
}
