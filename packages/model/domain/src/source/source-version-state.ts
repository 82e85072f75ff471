import type { SourceVersionStatus } from '@assay/contracts';

const transitions: Record<SourceVersionStatus, readonly SourceVersionStatus[]> = {
  // A file is being read; what comes out waits for a person.
  STAGING: ['REVIEW', 'FAILED', 'DISCARDED'],
  // Dialect and columns can be corrected: another dialect reads the file again.
  REVIEW: ['STAGING', 'COMMITTING', 'DISCARDED'],
  // Rows stay hidden until personal data has been looked for in every value.
  COMMITTING: ['READY', 'REVIEW', 'FAILED'],
  READY: ['ERASED'],
  FAILED: ['STAGING', 'COMMITTING', 'DISCARDED'],
  DISCARDED: ['ERASED'],
  ERASED: [],
};

export function canMoveSourceVersion(from: SourceVersionStatus, to: SourceVersionStatus): boolean {
  return transitions[from].includes(to);
}

/** May rows of the version be shown at all? */
export function rowsAreShown(status: SourceVersionStatus): boolean {
  return status === 'READY';
}
