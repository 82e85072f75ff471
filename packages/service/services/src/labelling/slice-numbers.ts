import type { LabellingFilter } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireBatchOf } from '../work/batch-record.ts';
import { timesOf } from './labelling-numbers.ts';
import { findSlices } from './slices.ts';

/**
 * Answers to the samples of each slice and the time at work on them. Control tasks are in no slice, so that these
 * numbers are for who leads the work alone: of one's own they would tell which rows were none.
 */
export async function sliceNumbers(deps: Deps, actor: Actor, input: LabellingFilter) {
  const { projectId, batchId } = input;
  if (batchId !== null) await query(deps, actor, (t) => requireBatchOf(t, projectId, batchId));
  const found = await findSlices(deps, actor, { projectId, batchId });
  const hashes = found.slices.map(({ hash }) => hash);
  const answers = hashes.length === 0 ? [] : await query(deps, actor, (t) => t.slices.answers(input, hashes));
  const none = { answers: 0, activeMs: null, quartiles: null };
  return {
    slices: found.slices.map(({ id, name, hash, samples, unasked }) => ({
      sliceId: id,
      name,
      samples,
      unasked,
      ...timesOf(answers.find((each) => each.hash === hash) ?? none),
    })),
    batches: found.batches,
  };
}
