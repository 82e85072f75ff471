import { rleOfRings } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { maskOfRle } from '../shapes/mask.ts';
import { box, drive, driveWith, IMAGE, region } from '../testing/driver.ts';
import { createClipboard } from './clipboard.ts';
import { relationsOf, setRegionView } from './document.ts';

const pair = () => {
  const driver = drive(
    region('a', box(10, 10, 40, 40), { groupId: 'g' }),
    region('b', box(100, 10, 40, 40), { order: 2, groupId: 'g' }),
  );
  driver.editor.store.put({ id: 'ab', type: 'relation', from: 'a', to: 'b', labelId: null });
  return driver;
};

describe('what is copied', () => {
  it('is pasted beside itself, with groups and relations of its own, as one step', () => {
    const driver = pair().press('Mod+a', 'Mod+c', 'Mod+v');
    const copies = driver.regions().slice(2);
    expect(copies.map(({ geometry }) => geometry)).toEqual([box(20, 20, 40, 40), box(110, 20, 40, 40)]);
    expect(copies[0]!.groupId).toBe(copies[1]!.groupId);
    expect(copies[0]!.groupId).not.toBe('g');
    const [first, second] = copies.map(({ id }) => id);
    expect(relationsOf(driver.editor.store)).toMatchObject([{ id: 'ab' }, { from: first, to: second }]);
    expect(driver.selected()).toEqual([first, second].sort());
    expect(driver.press('Mod+z').regions()).toHaveLength(2);
    expect(relationsOf(driver.editor.store)).toHaveLength(1);
  });

  it('is put into another image where it was, or as near as that image has room', () => {
    const clipboard = createClipboard();
    const from = driveWith({ clipboard }, region('a', box(350, 250, 40, 40))).press('Mod+a', 'Mod+c');
    const same = driveWith({ clipboard }).press('Mod+v', 'Mod+v');
    expect(same.regions().map(({ geometry }) => geometry)).toEqual([
      box(350, 250, 40, 40),
      box(360, 260, 40, 40),
    ]);
    const small = driveWith({ clipboard, image: { width: 200, height: 30 } }).press('Mod+v');
    expect(small.regions()[0]!.geometry).toEqual(box(160, 0, 40, 40));
    expect(from.regions()).toHaveLength(1);
  });

  it('is left out where the image cannot hold it: a mask of another size, a label that it has', () => {
    const clipboard = createClipboard();
    const ring = [
      { x: 10, y: 10 },
      { x: 60, y: 10 },
      { x: 60, y: 60 },
    ];
    const mask = maskOfRle(rleOfRings([ring], IMAGE.width, IMAGE.height));
    const whole = { kind: 'image-class', version: 1 } as const;
    const from = driveWith({ clipboard }, region('m', mask), region('i', whole, { order: 2 }));
    from.editor.store.put({ id: 'selection', type: 'selection', regionIds: new Set(['m', 'i']) });
    from.press('Mod+c');
    const kinds = (driver: typeof from) => driver.regions().map(({ geometry }) => geometry.kind);
    expect(kinds(driveWith({ clipboard }).press('Mod+v', 'Mod+v'))).toEqual(['mask', 'image-class', 'mask']);
    const other = driveWith({ clipboard, image: { width: 200, height: 300 } });
    expect(kinds(other.press('Mod+v'))).toEqual(['image-class']);
    expect(other.editor.run('paste')).toBe(false);
  });
});

it('what is cut goes, unless it is locked, and can be pasted', () => {
  const driver = pair();
  setRegionView(driver.editor.store, ['b'], { locked: true });
  driver.press('Mod+a', 'Mod+x');
  expect(driver.regions().map(({ id }) => id)).toEqual(['b']);
  driver.press('Mod+v');
  expect(driver.regions().at(-1)!.geometry).toEqual(box(10, 10, 40, 40));
  expect(drive().editor.run('copy')).toBe(false);
  expect(drive().editor.run('paste')).toBe(false);
});
