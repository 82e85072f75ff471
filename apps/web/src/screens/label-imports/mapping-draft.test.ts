import type { LabelImportMapping } from '@assay/contracts';
import { expect, test } from 'vitest';
import { draftOfMapping, mappingOfDraft } from './mapping-draft.ts';

const mapping: LabelImportMapping = {
  type: 'assay.label-import-mapping',
  version: 1,
  row: { by: 'identifier', columns: [{ column: 'n', of: 'code' }] },
  answers: [{ questionId: '01931b90-4b2c-7c10-8a1d-2f3a4b5c6d7e', column: 'label' }],
  source: 'who',
  confidence: null,
  at: null,
  comment: null,
};

test('a form says what a mapping says, and nothing while it is not complete', () => {
  expect(mappingOfDraft(draftOfMapping(mapping))).toEqual(mapping);
  const byRow = { ...draftOfMapping(mapping), by: 'row' as const };
  expect(mappingOfDraft(byRow)).toBeNull();
  expect(mappingOfDraft({ ...byRow, rowColumn: 'n' })).toMatchObject({ row: { by: 'row', column: 'n' } });
  expect(mappingOfDraft(draftOfMapping(null))).toBeNull();
  expect(mappingOfDraft({ ...draftOfMapping(mapping), answers: {} })).toBeNull();
});
