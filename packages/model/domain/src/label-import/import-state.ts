import type { LabelImportStatus } from '@assay/contracts';

/**
 * Which states follow which. What could not be read can be read again; an import whose taking was stopped or failed has
 * taken nothing and is looked at again; one that was taken ends for good when it is withdrawn.
 */
const transitions: Record<LabelImportStatus, readonly LabelImportStatus[]> = {
  READING: ['REVIEW', 'FAILED', 'CANCELLED'],
  REVIEW: ['READING', 'COMMITTING', 'CANCELLED'],
  COMMITTING: ['DONE', 'REVIEW'],
  DONE: ['WITHDRAWN'],
  FAILED: ['READING', 'CANCELLED'],
  CANCELLED: [],
  WITHDRAWN: [],
};

export function canMoveImport(from: LabelImportStatus, to: LabelImportStatus): boolean {
  return transitions[from].includes(to);
}

/** The states from which one may come to `to`. */
export function importStatesBefore(to: LabelImportStatus): LabelImportStatus[] {
  return (Object.keys(transitions) as LabelImportStatus[]).filter((from) => canMoveImport(from, to));
}
