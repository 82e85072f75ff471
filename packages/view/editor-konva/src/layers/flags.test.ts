import { createEditor, type RegionRecord, regionOf, setRegionView } from '@assay/editor';
import { expect, test } from 'vitest';
import { createFlags, placeOfFlag } from './flags.ts';

const box = (id: string, x: number, text?: string): RegionRecord => ({
  id,
  type: 'region',
  geometry: { kind: 'box', version: 1, x, y: 40, width: 20, height: 20 },
  label: null,
  order: 1,
  groupId: null,
  ...(text === undefined ? {} : { remark: { text } }),
});
const ALL = { minX: 0, minY: 0, maxX: 200, maxY: 100 };

test('flags are known as they come, change, are hidden and go', () => {
  const editor = createEditor({ image: { width: 200, height: 100 }, newId: () => 'new' });
  const { store } = editor;
  store.put(box('a', 0, ''), box('b', 60), box('c', 120, 'One, or two?'));
  const flags = createFlags(editor);
  const ids = (bounds = ALL) => flags.meeting(bounds).map(({ id }) => id);
  expect(ids()).toEqual(['a', 'c']);
  expect(ids({ ...ALL, minX: 100 })).toEqual(['c']);
  store.update('region', 'b', (region) => ({ ...region, remark: { text: '' } }));
  store.update('region', 'a', (region) => ({ ...region, remark: null }));
  expect(ids()).toEqual(['c', 'b']);
  setRegionView(store, ['c'], { hidden: true });
  expect(ids()).toEqual(['b']);
  store.remove('b');
  expect(ids()).toEqual([]);
  store.put({ ...box('d', 10, ''), geometry: { kind: 'image-class', version: 1 } });
  expect(ids()).toEqual([]);
  flags.stop();
});

test('a sign is at the upper right corner, and never beyond the screen', () => {
  const editor = createEditor({ image: { width: 200, height: 100 }, newId: () => 'new' });
  editor.store.put(box('a', 60, ''));
  const region = regionOf(editor.store, 'a') ?? expect.fail('It is not there.');
  const at = (x: number, y: number, zoom: number) =>
    placeOfFlag(region, {
      camera: { x, y, zoom },
      screen: { width: 200, height: 100 },
      ratio: 1,
    });
  expect(at(0, 0, 1)).toEqual({ x: 89, y: 31 });
  expect(at(0, 45, 1)).toEqual({ x: 89, y: 10 });
  expect(at(0, 40, 4)).toEqual({ x: 190, y: 10 });
});
