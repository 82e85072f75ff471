import type { RunStatus } from '@assay/contracts';

/**
 * Which states follow which. A failed or cancelled run goes on where its jobs do: generating, or validating. A report
 * judged anew by another policy moves a run between READY and BLOCKED. A run of pictures is ready with its rows: each was
 * judged when it came in.
 */
const transitions: Record<RunStatus, readonly RunStatus[]> = {
  QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
  RUNNING: ['GENERATED', 'CANCELLED', 'FAILED'],
  GENERATED: ['VALIDATING', 'READY', 'CANCELLED', 'FAILED'],
  VALIDATING: ['READY', 'BLOCKED', 'CANCELLED', 'FAILED'],
  READY: ['VALIDATING', 'BLOCKED'],
  BLOCKED: ['VALIDATING', 'READY'],
  CANCELLED: ['QUEUED', 'RUNNING', 'GENERATED'],
  FAILED: ['QUEUED', 'RUNNING', 'GENERATED'],
};

export function canMoveRun(from: RunStatus, to: RunStatus): boolean {
  return transitions[from].includes(to);
}

/** The states from which one may come to `to`. */
export function runStatesBefore(to: RunStatus): RunStatus[] {
  return (Object.keys(transitions) as RunStatus[]).filter((from) => canMoveRun(from, to));
}

/** Has the run work before it that its jobs do? */
export function isRunOpen(status: RunStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING' || status === 'GENERATED' || status === 'VALIDATING';
}

/** Are all rows of the run there to be read? */
export function hasRunRows(status: RunStatus): boolean {
  return status === 'GENERATED' || status === 'VALIDATING' || status === 'READY' || status === 'BLOCKED';
}
