import type { Annotation } from '@assay/contracts';
import { proposeAnswers } from '@assay/domain';
import type { HeldTask, WorkBatch } from './desk-types.ts';
import { rowOf } from './row-of.ts';

/** Can answers be accepted in this batch, instead of given? */
export const hasProposals = (batch: WorkBatch): boolean => batch.kind === 'verify' || batch.prelabels;

/** The answers that are proposed for a row: by an import of prelabels where the batch has one, else by the row itself. */
export function proposedOf(held: HeldTask): Annotation['answers'] {
  if (held.batch.prelabels) return held.task.proposal?.answers ?? {};
  return held.batch.kind === 'verify' ? proposeAnswers(held.batch.schema, rowOf(held)) : {};
}
