import type { VersionStatus } from '@assay/contracts';

/** Which states follow which. What is READY never changes; what failed or was cancelled may be tried again. */
const transitions: Record<VersionStatus, readonly VersionStatus[]> = {
  QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
  RUNNING: ['READY', 'CANCELLED', 'FAILED'],
  READY: [],
  CANCELLED: ['RUNNING'],
  FAILED: ['RUNNING'],
};

export function canMoveVersion(from: VersionStatus, to: VersionStatus): boolean {
  return transitions[from].includes(to);
}

/** The states from which one may come to `to`. */
export function versionStatesBefore(to: VersionStatus): VersionStatus[] {
  return (Object.keys(transitions) as VersionStatus[]).filter((from) => canMoveVersion(from, to));
}
