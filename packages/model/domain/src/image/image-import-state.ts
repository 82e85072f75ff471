import type { ImageImportStatus } from '@assay/contracts';

/**
 * Which states follow which. Reading that failed or was stopped goes on where it was; what was taken until then stays
 * until the import is withdrawn, which is for good.
 */
const transitions: Record<ImageImportStatus, readonly ImageImportStatus[]> = {
  READING: ['DONE', 'FAILED', 'CANCELLED'],
  DONE: ['WITHDRAWN'],
  FAILED: ['READING', 'WITHDRAWN'],
  CANCELLED: ['READING', 'WITHDRAWN'],
  WITHDRAWN: [],
};

export function canMoveImageImport(from: ImageImportStatus, to: ImageImportStatus): boolean {
  return transitions[from].includes(to);
}

/** The states from which one may come to `to`. */
export function imageImportStatesBefore(to: ImageImportStatus): ImageImportStatus[] {
  return (Object.keys(transitions) as ImageImportStatus[]).filter((from) => canMoveImageImport(from, to));
}
