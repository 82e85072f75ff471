import { createEditor, type RegionRecord, select } from '@assay/editor';
import { describe, expect, test } from 'vitest';
import { arrowsShown } from './relations.ts';

const box = (id: string, x: number): RegionRecord => ({
  id,
  type: 'region',
  geometry: { kind: 'box', version: 1, x, y: 10, width: 20, height: 20 },
  label: null,
  order: 1,
  groupId: null,
});

describe('arrows', () => {
  const editor = createEditor({ image: { width: 200, height: 100 }, newId: () => 'new' });
  const { store } = editor;
  store.put(box('a', 0), box('b', 40), box('c', 80));
  store.put({ id: 'of-a', type: 'relation', from: 'a', to: 'b', labelId: null });
  store.put({ id: 'of-c', type: 'relation', from: 'c', to: 'b', labelId: null });

  test('lead from middle to middle of what is pointed at or selected', () => {
    expect(arrowsShown(editor, undefined)).toEqual([]);
    expect(arrowsShown(editor, 'a')).toEqual([{ from: { x: 10, y: 20 }, to: { x: 50, y: 20 } }]);
    select(store, ['b']);
    expect(arrowsShown(editor, undefined)).toHaveLength(2);
    select(store, []);
  });

  test('lead to the pointer while one is drawn, and to the middle of the region below it', () => {
    store.put({ id: 'link', type: 'link', from: 'a', to: undefined, cursor: { x: 30, y: 70 } });
    expect(arrowsShown(editor, undefined)).toEqual([{ from: { x: 10, y: 20 }, to: { x: 30, y: 70 } }]);
    store.put({ id: 'link', type: 'link', from: 'a', to: 'c', cursor: { x: 85, y: 12 } });
    expect(arrowsShown(editor, undefined)).toEqual([{ from: { x: 10, y: 20 }, to: { x: 90, y: 20 } }]);
    store.remove('link');
  });
});
