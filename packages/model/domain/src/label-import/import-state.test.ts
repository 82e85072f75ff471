import { labelImportStatus } from '@assay/contracts';
import { expect, test } from 'vitest';
import { canMoveImport, importStatesBefore } from './import-state.ts';

test('nothing is taken unseen, and what was taken is only withdrawn', () => {
  expect(importStatesBefore('COMMITTING')).toEqual(['REVIEW']);
  expect(importStatesBefore('DONE')).toEqual(['COMMITTING']);
  expect(labelImportStatus.options.filter((to) => canMoveImport('DONE', to))).toEqual(['WITHDRAWN']);
  for (const end of ['CANCELLED', 'WITHDRAWN'] as const) {
    expect(labelImportStatus.options.some((to) => canMoveImport(end, to))).toBe(false);
  }
});
