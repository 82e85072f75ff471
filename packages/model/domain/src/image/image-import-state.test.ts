import { imageImportStatus } from '@assay/contracts';
import { expect, test } from 'vitest';
import { canMoveImageImport, imageImportStatesBefore } from './image-import-state.ts';

test('what was stopped goes on, what was taken is only withdrawn, and that is for good', () => {
  expect(imageImportStatesBefore('READING')).toEqual(['FAILED', 'CANCELLED']);
  expect(imageImportStatus.options.filter((to) => canMoveImageImport('DONE', to))).toEqual(['WITHDRAWN']);
  expect(imageImportStatus.options.some((to) => canMoveImageImport('WITHDRAWN', to))).toBe(false);
  expect(imageImportStatesBefore('WITHDRAWN')).not.toContain('READING');
});
