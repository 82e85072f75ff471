import { AssayError } from '@assay/contracts';
import { type Actor, rareLabels } from '@assay/domain';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { documentsOf } from '../work/batch-documents.ts';
import { requireBatch } from '../work/batch-record.ts';
import { orderSweep } from './order-sweep.ts';
import { routingFor } from './review-routing.ts';
import { labelsOfSample, marksOf, putItem } from './route-sample.ts';

/** Samples that are looked at in one transaction. */
const PART = 500;

/** Looks again at what was answered of a batch: by the rules of now, and for labels that turned out to be rare. */
export function sweepReview(
  deps: Deps,
  actor: Actor,
  input: { batchId: string },
): Promise<{ jobId: string }> {
  return command(deps, actor, async ({ t, record, order }) => {
    const batch = await t.batches.lock(input.batchId);
    if (batch === null) throw new AssayError('not-found', 'There is no such batch.');
    const jobId = await orderSweep({ t, order }, batch);
    await record({
      action: 'review.sweep-ordered',
      object: { type: 'batch', id: batch.id },
      projectId: batch.projectId,
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { jobId };
  });
}

/** The job: twice over the batch, first to count labels, then to find reasons. Doing it again changes nothing. */
export async function sweepBatch(deps: Deps, run: JobRun<'review.sweep'>): Promise<JsonValue> {
  const { actor } = run;
  const { batchId } = run.job.payload;
  const { batch, schema, routing } = await query(deps, actor, async (t) => {
    const batch = await requireBatch(t, batchId);
    const routing = await routingFor(t, batch.projectId, batchId);
    return { batch, schema: (await documentsOf(t, batchId)).schema, routing };
  });
  const counts = new Map<string, number>();
  let samples = 0;
  for (let from = 0; from < batch.items; from += PART) {
    run.throwIfStopped();
    const part = await query(deps, actor, (t) => t.reviews.answered(batchId, from, from + PART));
    samples += part.length;
    for (const sample of part)
      for (const label of labelsOfSample(schema, sample)) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const rare = rareLabels(counts, samples, routing.rareLabel);
  const place = { projectId: batch.projectId, batchId };
  let found = 0;
  for (let from = 0; from < batch.items; from += PART) {
    await run.progress({ stage: 'routing', done: from, total: batch.items });
    found += await query(deps, actor, async (t) => {
      const known = await t.reviews.known(batchId, from, from + PART);
      let n = 0;
      for (const sample of await t.reviews.answered(batchId, from, from + PART)) {
        const marks = marksOf(schema, routing, sample, rare);
        if (marks.length > 0) n += 1;
        else if (!known.has(sample.item)) continue;
        // What its author has answered is looked at, whatever else there is.
        if (known.get(sample.item) === true) continue;
        await putItem(deps, t, place, sample, labelsOfSample(schema, sample), marks);
      }
      return n;
    });
  }
  await command(deps, actor, async ({ t, record }) => {
    await run.requireMine(t);
    await record({
      action: 'review.swept',
      object: { type: 'batch', id: batchId },
      projectId: batch.projectId,
      details: { samples, found, rareLabels: rare.size },
    });
  });
  return { samples, found };
}
