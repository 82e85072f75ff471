import { AssayError, type Recipe } from '@assay/contracts';
import type { PlannedColumn } from './plan-columns.ts';

/** Columns that a rules document makes. */
export function rulesColumns(document: Recipe): PlannedColumn[] {
  throw new AssayError('bad-input', `A recipe of method “${document.method}” needs a source.`, {
    field: 'document.sourceId',
  });
}
