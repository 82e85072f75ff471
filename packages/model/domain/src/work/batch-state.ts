import type { BatchStatus } from '@assay/contracts';

/**
 * Which states follow which. A finished batch is open again once an answer was taken back or people were added. One that
 * holds imported answers is done when it is built, and ends when its import is withdrawn.
 */
const transitions: Record<BatchStatus, readonly BatchStatus[]> = {
  BUILDING: ['OPEN', 'DONE', 'FAILED', 'CANCELLED'],
  FAILED: ['BUILDING', 'CANCELLED'],
  OPEN: ['PAUSED', 'DONE', 'CANCELLED'],
  PAUSED: ['OPEN', 'DONE', 'CANCELLED'],
  DONE: ['OPEN', 'CANCELLED'],
  CANCELLED: [],
};

export function canMoveBatch(from: BatchStatus, to: BatchStatus): boolean {
  return transitions[from].includes(to);
}

/** The states from which one may come to `to`. */
export function batchStatesBefore(to: BatchStatus): BatchStatus[] {
  return (Object.keys(transitions) as BatchStatus[]).filter((from) => canMoveBatch(from, to));
}

/** May tasks of the batch be claimed? */
export function servesTasks(status: BatchStatus): boolean {
  return status === 'OPEN';
}

/** May what people hold of the batch still be saved and submitted? A pause ends no work in hand. */
export function takesAnswers(status: BatchStatus): boolean {
  return status === 'OPEN' || status === 'PAUSED';
}
