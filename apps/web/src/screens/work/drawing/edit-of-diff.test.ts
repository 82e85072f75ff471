import { createEditor, type EditorRecords, type RecordsDiff, select } from '@assay/editor';
import { expect, test } from 'vitest';
import { editOfDiff } from './edit-of-diff.ts';

const ID = '00000000-0000-4000-8000-000000000001';

test('what changed of a region is sent, and what is there no more as nothing', () => {
  const editor = createEditor({ image: { width: 90, height: 90 }, newId: () => 'new' });
  const { store } = editor;
  const edits: ReturnType<typeof editOfDiff>[] = [];
  const take = (diff: RecordsDiff<EditorRecords>) => edits.push(editOfDiff(diff));
  store.put({
    type: 'region',
    id: ID,
    geometry: { kind: 'box', version: 1, x: 1, y: 1, width: 20, height: 20 },
    label: null,
    order: 1,
    groupId: null,
  });
  select(store, [ID]);
  store.listen(({ diff }) => take(diff), { scope: 'document' });
  editor.run('flag-region');
  editor.run('undo');
  editor.run('redo');
  editor.run('flag-region');
  const none = { added: [], removed: [] };
  const remarks = [{ text: '' }, null, { text: '' }, null];
  expect(edits).toEqual(remarks.map((remark) => ({ ...none, updated: [{ id: ID, values: { remark } }] })));
});
