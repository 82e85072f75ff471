import { createEditor, type RegionRecord, setRegionView } from '@assay/editor';
import { describe, expect, test } from 'vitest';
import { createRegionStack } from './region-stack.ts';

const ALL = { minX: 0, minY: 0, maxX: 100, maxY: 100 };

const box = (id: string, x: number, order: number): RegionRecord => ({
  id,
  type: 'region',
  geometry: { kind: 'box', version: 1, x, y: 10, width: 5, height: 5 },
  label: null,
  order,
  groupId: null,
});

function stackOf(...regions: RegionRecord[]) {
  const editor = createEditor({ image: { width: 100, height: 100 }, newId: () => 'new' });
  editor.store.put(...regions);
  const stack = createRegionStack(editor);
  return { ...editor, ids: (bounds = ALL) => [...stack.meeting(bounds)].map(({ id }) => id) };
}

describe.each([
  ['few regions', 0],
  ['more than are sorted anew', 3000],
])('the stack of %s', (_, others) => {
  const more = Array.from({ length: others }, (__, at) => box(`other-${at}`, 90, at + 10));
  const own = (ids: string[]) => ids.filter((id) => !id.startsWith('other'));

  test('goes from the lowest to the highest, whatever happens to them', () => {
    const { store, ids } = stackOf(box('c', 30, 3), box('a', 10, 1), box('b', 20, 2), ...more);
    expect(own(ids())).toEqual(['a', 'b', 'c']);
    store.put(box('a', 10, 4));
    expect(own(ids())).toEqual(['b', 'c', 'a']);
    store.put(box('d', 30, 2.5));
    store.remove('b');
    expect(own(ids())).toEqual(['d', 'c', 'a']);
  });

  test('has those that meet bounds, and none that is hidden', () => {
    const { store, ids } = stackOf(box('a', 10, 1), box('b', 20, 2), box('c', 30, 3), ...more);
    expect(own(ids({ minX: 18, minY: 0, maxX: 95, maxY: 50 }))).toEqual(['b', 'c']);
    setRegionView(store, ['b'], { hidden: true });
    expect(own(ids())).toEqual(['a', 'c']);
  });
});
