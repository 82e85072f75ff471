import {
  type Annotation,
  AssayError,
  annotation,
  batchStatus,
  type MappingStep,
  type ReviewFault,
} from '@assay/contracts';
import type { AnsweredSample, LockedReview, Prisma, Repositories } from '@assay/db';
import { type Actor, checkAnnotation, mapAnnotation } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { notify } from '../notifications/notify.ts';
import { asJson } from '../sources/source-record.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { type BatchRow, requireLabelling } from '../work/batch-record.ts';
import { holdSchemaOf, stepsFrom } from '../work/mapping-steps.ts';
import { lockReview, requireReview } from './review-record.ts';

type Words = { faults: readonly ReviewFault[]; comment: string };

/** What an expert makes of a sample. */
export type ReviewVerdict = Words &
  (
    | { kind: 'accept'; annotationId: string }
    | { kind: 'correct'; payload: Annotation }
    | { kind: 'reject' }
    | { kind: 'send-back'; annotationIds: readonly string[]; proposal: Annotation | null }
  );

const OUTCOME = { accept: 'accepted', correct: 'corrected', reject: 'rejected' } as const;

/** Fails unless an answer of the expert's own is what the batch's label schema asks for. */
export async function requireSound(
  t: Repositories,
  batchId: string,
  payload: Annotation,
  field: string,
): Promise<void> {
  const { schema, manifest } = await documentsOf(t, batchId);
  const [first, ...others] = checkAnnotation(
    schema,
    payload,
    manifest.columns.map((column) => column.name),
  );
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` There are ${others.length} more problems.`;
  throw new AssayError('bad-input', `${first.message}${more}`, {
    field: `${field}.${first.field}`,
    kept: 'Nothing was decided.',
    next: 'Mend it, and decide again.',
  });
}

function notCurrent(): AssayError {
  return new AssayError('conflict', 'That answer does not stand any more.', {
    kept: 'Nothing was decided.',
    next: 'Load the page again to see how it stands.',
    field: 'verdict.annotationId',
  });
}

function requireFaults(verdict: ReviewVerdict): void {
  if (verdict.kind === 'accept' || verdict.faults.length > 0) return;
  throw new AssayError('bad-input', 'Say what is wrong: choose at least one reason.', {
    field: 'verdict.faults',
    kept: 'Nothing was decided.',
  });
}

/** Decides about a sample in one's hands: a final label, none, or back to who answered. */
export function decideItem(
  deps: Deps,
  actor: Actor,
  input: {
    reviewItemId: string;
    leaseId: string;
    verdict: ReviewVerdict;
    activeMs?: number | null;
    /** Under which the page showed the sample; a migration may have come since, and what the expert says follows it. */
    labelSchemaVersionId?: string | null;
  },
): Promise<{ decisionId: string | null }> {
  const personId = requirePerson(actor);
  const { leaseId, activeMs = null } = input;
  requireFaults(input.verdict);
  return command(deps, actor, async (context) => {
    const { t } = context;
    const row = await lockReview(t, input.reviewItemId);
    // What was answered is read under the version that is decided under.
    const batch = await holdSchemaOf(t, row.batchId);
    const steps = await stepsFrom(t, input.labelSchemaVersionId, batch.labelSchemaVersionId);
    const verdict = mapVerdict(input.verdict, steps);
    const sample = await t.reviews.sample(row.batchId, row.item);
    if (sample === null) throw notCurrent();
    if (verdict.kind === 'send-back') {
      await sendBack(deps, context, { row, batch, sample, leaseId, personId, verdict, activeMs });
      return { decisionId: null };
    }
    const decisionId = deps.ids.next();
    const next = requireReview(row, { kind: 'decide', personId, leaseId, decisionId });
    const payload = await payloadOf(t, row, sample, verdict);
    const outcome = OUTCOME[verdict.kind];
    await writeDecision(deps, context, {
      decisionId,
      row,
      batch,
      sample,
      outcome,
      payload,
      personId,
      verdict,
      activeMs,
    });
    await t.reviews.set(row.id, next);
    return { decisionId };
  });
}

/** A verdict whose own answer, if it has one, is as it is read now. */
function mapVerdict(verdict: ReviewVerdict, steps: readonly MappingStep[]): ReviewVerdict {
  const mapped = (said: Annotation) => mapAnnotation(said, steps).annotation;
  if (verdict.kind === 'correct') return { ...verdict, payload: mapped(verdict.payload) };
  if (verdict.kind !== 'send-back' || verdict.proposal === null) return verdict;
  return { ...verdict, proposal: mapped(verdict.proposal) };
}

async function payloadOf(
  t: Repositories,
  row: LockedReview,
  sample: AnsweredSample,
  verdict: Exclude<ReviewVerdict, { kind: 'send-back' }>,
): Promise<Prisma.InputJsonValue | null> {
  if (verdict.kind === 'reject') return null;
  if (verdict.kind === 'correct') {
    await requireSound(t, row.batchId, verdict.payload, 'verdict.payload');
    return asJson(verdict.payload);
  }
  const chosen = sample.answers.find((each) => each.annotationId === verdict.annotationId);
  if (chosen === undefined) throw notCurrent();
  return asJson(annotation.parse(chosen.payload));
}

/** The final label, the act in the item's history, and the event. */
async function writeDecision(
  deps: Deps,
  { t, record }: CommandContext,
  of: {
    decisionId: string;
    row: LockedReview;
    batch: BatchRow;
    sample: AnsweredSample;
    outcome: (typeof OUTCOME)[keyof typeof OUTCOME];
    payload: Prisma.InputJsonValue | null;
    personId: string;
    verdict: Exclude<ReviewVerdict, { kind: 'send-back' }>;
    activeMs: number | null;
  },
): Promise<void> {
  const { decisionId, row, batch, sample, outcome, payload, personId, verdict, activeMs } = of;
  const words = { faults: [...verdict.faults], comment: verdict.comment };
  await t.decisions.add({
    id: decisionId,
    projectId: row.projectId,
    batchId: row.batchId,
    item: row.item,
    sampleKey: row.sampleKey,
    labelSchemaVersionId: requireLabelling(batch),
    method: 'expert',
    outcome,
    ...(payload === null ? {} : { payload }),
    decidedBy: personId,
    basedOn: sample.answers.map((each) => each.annotationId),
    ...words,
  });
  const annotationId = verdict.kind === 'accept' ? verdict.annotationId : null;
  await t.reviews.act({
    id: deps.ids.next(),
    itemId: row.id,
    kind: outcome,
    by: personId,
    annotationId,
    decisionId,
    activeMs,
    ...words,
  });
  await record({
    action: `review.${outcome}`,
    object: { type: 'reviewItem', id: row.id },
    projectId: row.projectId,
    details: { sample: row.sampleKey, decision: decisionId, faults: words.faults },
    alsoTouched: [
      { type: 'batch', id: row.batchId },
      { type: 'decision', id: decisionId },
      ...sample.answers.map((each) => ({ type: 'annotation', id: each.annotationId })),
    ],
  });
}

/** What an expert would draw cannot be sent along: no place to draw is before them. */
async function requireSayable(t: Repositories, batchId: string, proposal: Annotation): Promise<void> {
  const { schema } = await documentsOf(t, batchId);
  if (schema.questions.some(({ kind }) => kind === 'regions')) {
    throw new AssayError('bad-input', 'An answer that is drawn cannot be proposed.', {
      field: 'verdict.proposal',
      kept: 'Nothing was sent back.',
      next: 'Say it in words, or in comments about its regions: they go with it.',
    });
  }
  await requireSound(t, batchId, proposal, 'verdict.proposal');
}

/** Gives answers back to their authors, who see why and what the expert would say. */
async function sendBack(
  deps: Deps,
  { t, record }: CommandContext,
  of: {
    row: LockedReview;
    batch: BatchRow;
    sample: AnsweredSample;
    leaseId: string;
    personId: string;
    verdict: Extract<ReviewVerdict, { kind: 'send-back' }>;
    activeMs: number | null;
  },
): Promise<void> {
  const { row, batch, sample, leaseId, personId, verdict, activeMs } = of;
  const chosen = sample.answers.filter((each) => verdict.annotationIds.includes(each.annotationId));
  if (chosen.length < new Set(verdict.annotationIds).size) throw notCurrent();
  const next = requireReview(row, { kind: 'send-back', personId, leaseId, returns: chosen.length });
  if (batchStatus.parse(batch.status) === 'CANCELLED') {
    throw new AssayError('conflict', `Batch ${batch.number} was cancelled: nobody answers it any more.`, {
      kept: 'Nothing was sent back.',
      next: 'Accept or correct an answer, or reject the sample.',
    });
  }
  if (batch.kind === 'imported') {
    throw new AssayError(
      'conflict',
      'This was answered elsewhere and imported: there is nobody to send it back to.',
      {
        kept: 'Nothing was sent back.',
        next: 'Accept or correct an answer, or reject the sample.',
      },
    );
  }
  if (verdict.proposal !== null) await requireSayable(t, row.batchId, verdict.proposal);
  const faults = [...verdict.faults];
  for (const { taskId, authorId, annotationId } of chosen) {
    await t.reviewReturns.add({
      id: deps.ids.next(),
      itemId: row.id,
      batchId: row.batchId,
      taskId,
      authorId,
      annotationId,
      round: row.round + 1,
      by: personId,
      faults,
      comment: verdict.comment,
      ...(verdict.proposal === null ? {} : { proposal: asJson(verdict.proposal) }),
    });
  }
  await t.reviews.set(row.id, next, 1);
  await t.reviews.act({
    id: deps.ids.next(),
    itemId: row.id,
    kind: 'sent-back',
    by: personId,
    faults,
    comment: verdict.comment,
    activeMs,
  });
  await record({
    action: 'review.sent-back',
    object: { type: 'reviewItem', id: row.id },
    projectId: row.projectId,
    details: { sample: row.sampleKey, faults, answers: chosen.map((each) => each.annotationId) },
    alsoTouched: [
      { type: 'batch', id: row.batchId },
      ...chosen.map((each) => ({ type: 'annotation', id: each.annotationId })),
    ],
  });
  await notify(deps, t, {
    userIds: chosen.map((each) => each.authorId),
    except: personId,
    kind: 'review.sent-back',
    subject: { projectId: row.projectId, batch: batch.name },
    link: `/projects/${row.projectId}/review/returned`,
  });
}

/** Takes back what one decided or sent back, as long as nobody acted on it. */
export function undoReview(deps: Deps, actor: Actor, input: { reviewItemId: string }): Promise<void> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await lockReview(t, input.reviewItemId);
    const next = requireReview(row, { kind: 'undo', personId });
    if (row.decisionId !== null) await t.decisions.retract(row.decisionId, personId);
    else await t.reviewReturns.withdraw(row.id, deps.clock.now());
    // What nobody saw does not count as a round.
    await t.reviews.set(row.id, next, row.decisionId === null ? -1 : 0);
    const { decisionId } = row;
    await t.reviews.act({ id: deps.ids.next(), itemId: row.id, kind: 'undone', by: personId, decisionId });
    await record({
      action: 'review.undone',
      object: { type: 'reviewItem', id: row.id },
      projectId: row.projectId,
      details: { sample: row.sampleKey, decision: decisionId },
      alsoTouched: decisionId === null ? [] : [{ type: 'decision', id: decisionId }],
    });
  });
}
