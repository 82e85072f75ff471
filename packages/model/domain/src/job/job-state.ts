import type { JobStatus } from '@assay/contracts';

/** Which states follow which. A failed or cancelled job may be opened again; a finished one is finished. */
const transitions: Record<JobStatus, readonly JobStatus[]> = {
  QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
  RUNNING: ['QUEUED', 'SUCCEEDED', 'FAILED', 'CANCELLED'],
  SUCCEEDED: [],
  FAILED: ['QUEUED'],
  CANCELLED: ['QUEUED'],
};

export function canMoveJob(from: JobStatus, to: JobStatus): boolean {
  return transitions[from].includes(to);
}

export function isJobOpen(status: JobStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

export function canRetryJob(status: JobStatus): boolean {
  return canMoveJob(status, 'QUEUED') && !isJobOpen(status);
}

/**
 * Milliseconds left, from what is done and the rate in units per second; null while it cannot be told.
 */
export function timeLeftMs(progress: {
  done: number;
  total: number | null;
  rate: number | null;
}): number | null {
  const { done, total, rate } = progress;
  if (total === null || rate === null || !(rate > 0)) return null;
  return Math.max(0, Math.round(((total - done) / rate) * 1000));
}
