import { rleArea, rleBounds } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { setRegionView } from '../document/document.ts';
import { rleOfMask } from '../shapes/mask.ts';
import { boundsOfGeometry, distanceToGeometry } from '../shapes/shapes.ts';
import { box, type Driver, drive, region } from '../testing/driver.ts';

const maskOf = (driver: Driver, at = 0) => {
  const geometry = driver.regions()[at]?.geometry;
  if (geometry?.kind !== 'mask') throw new Error('There is no mask.');
  return rleOfMask(geometry);
};
const radius = (driver: Driver, value: number) => {
  driver.editor.store.update('pen', 'pen', (pen) => ({ ...pen, radius: value }));
  return driver;
};

describe('the brush', () => {
  it('covers what is at most its radius from the way of the pointer', () => {
    const driver = drive().press('m').drag([100, 100], [200, 100]);
    const mask = maskOf(driver);
    expect(rleBounds(mask)).toEqual({ minX: 90, minY: 90, maxX: 210, maxY: 110 });
    // A rectangle and two half circles, to the pixels of its border.
    expect(Math.abs(rleArea(mask) - (100 * 20 + Math.PI * 100))).toBeLessThan(40);
    expect(distanceToGeometry(driver.regions()[0]!.geometry, { x: 92, y: 92 })).toBe(Infinity);
    expect(driver.selected()).toEqual([driver.regions()[0]!.id]);
  });

  it('of the least radius paints the pixel that is clicked', () => {
    const driver = radius(drive(), 0.5).press('m').click(30.5, 40.5);
    expect(rleBounds(maskOf(driver))).toEqual({ minX: 30, minY: 40, maxX: 31, maxY: 41 });
  });

  it('goes on with the mask that is selected, stroke by stroke in the history', () => {
    const driver = drive().press('m').click(50, 50).click(58, 50);
    expect(driver.regions()).toHaveLength(1);
    expect(rleBounds(maskOf(driver))).toMatchObject({ minX: 40, maxX: 68 });
    driver.press('Mod+z');
    expect(rleBounds(maskOf(driver))).toMatchObject({ minX: 40, maxX: 60 });
    expect(driver.press('Mod+z').regions()).toEqual([]);
    expect(rleBounds(maskOf(driver.press('Mod+y', 'Mod+y')))).toMatchObject({ minX: 40, maxX: 68 });
  });

  it('begins another mask where none is in hand, or the one in hand is locked', () => {
    const driver = drive(region('a', box(0, 0, 9, 9), { order: 0 }))
      .press('m')
      .click(50, 50);
    driver.press('v').click(300, 200).press('m').click(150, 50);
    expect(driver.regions()).toHaveLength(3);
    setRegionView(driver.editor.store, driver.selected(), { locked: true });
    driver.click(160, 50);
    expect(driver.regions()).toHaveLength(4);
  });

  it('keeps the label that others give the mask during a stroke', () => {
    const driver = drive().press('m').click(50, 50).pointerDown(60, 50).pointerMove(65, 50);
    const { store } = driver.editor;
    const label = { labelId: '0197a000-0000-7000-8000-000000000001', attributes: {} };
    store.transact(() => store.update('region', 'new-1', (now) => ({ ...now, label })), 'remote');
    driver.pointerMove(70, 50).pointerUp();
    expect(driver.region('new-1')).toMatchObject({ label });
    expect(rleBounds(maskOf(driver))).toMatchObject({ maxX: 80 });
  });

  it('adds to what others painted meanwhile, and brings no mask back that they removed', () => {
    const driver = drive().press('m').click(50, 50).pointerDown(60, 50).pointerMove(65, 50);
    const { store, history } = driver.editor;
    const theirs = drive().press('m').click(200, 200).regions()[0]!.geometry;
    store.transact(() => store.update('region', 'new-1', (now) => ({ ...now, geometry: theirs })), 'remote');
    driver.pointerUp();
    expect(rleBounds(maskOf(driver))).toEqual({ minX: 50, minY: 40, maxX: 210, maxY: 210 });
    driver.pointerDown(80, 50).pointerMove(90, 50);
    store.transact(() => store.remove('new-1'), 'remote');
    driver.pointerMove(95, 50).pointerUp();
    expect(driver.regions()).toEqual([]);
    expect(store.get('stroke')).toBeUndefined();
    expect(history.undo()).toBe(false);
  });

  it('changes the document once, when the pointer is released', () => {
    const driver = drive().press('m');
    const documents: number[] = [];
    driver.editor.store.listen(({ diff }) => documents.push(diff.added.size), { scope: 'document' });
    driver.pointerDown(50, 50).pointerMove(60, 50).pointerMove(70, 50);
    expect(documents).toEqual([]);
    const stroke = driver.editor.store.get('stroke');
    if (stroke?.type !== 'stroke') throw new Error('There is no stroke.');
    expect(stroke).toMatchObject({ regionId: undefined, operation: 'union' });
    expect(rleBounds(stroke.covered)).toMatchObject({ minX: 40, maxX: 80 });
    driver.pointerUp(80, 50);
    expect(documents).toEqual([1]);
    expect(driver.editor.store.get('stroke')).toBeUndefined();
  });

  it('of the least radius paints the pixel that is clicked near its corner', () => {
    const driver = radius(drive(), 0.5).press('m').click(30.97, 40.97);
    expect(rleBounds(maskOf(driver))).toEqual({ minX: 30, minY: 40, maxX: 31, maxY: 41 });
    driver.click(399.99, 0);
    expect(rleBounds(maskOf(driver))).toEqual({ minX: 30, minY: 0, maxX: 400, maxY: 41 });
  });

  it('leaves nothing behind when it is cancelled or beside the image', () => {
    const driver = drive().press('m').pointerDown(50, 50).pointerMove(90, 90).press('Esc').pointerUp();
    expect(driver.regions()).toEqual([]);
    driver.drag([-100, -100], [-50, -50]);
    expect(driver.regions()).toEqual([]);
    expect(driver.editor.history.canUndo.value).toBe(false);
    driver.drag([-100, 50], [5, 50]);
    expect(rleBounds(maskOf(driver))).toMatchObject({ minX: 0, maxX: 15 });
  });

  it('keeps a stroke whose pointer is taken away, to be undone, and nothing of a press that had hardly moved', () => {
    const driver = drive().press('m').pointerDown(50, 50).pointerMove(90, 50);
    driver.editor.pointerCancel();
    expect(rleBounds(maskOf(driver))).toMatchObject({ minX: 40, maxX: 100 });
    expect(driver.editor.store.get('stroke')).toBeUndefined();
    expect(driver.press('Mod+z').regions()).toEqual([]);
    driver.pointerDown(50, 50).pointerMove(53, 50);
    driver.editor.pointerCancel();
    expect(driver.regions()).toEqual([]);
  });

  it('grows and shrinks by keys, within limits', () => {
    const driver = drive();
    const now = () => {
      const pen = driver.editor.store.get('pen');
      return pen?.type === 'pen' ? pen.radius : undefined;
    };
    driver.press('.');
    expect(now()).toBe(12.5);
    driver.press(',', ',');
    expect(now()).toBe(8);
    driver.press(...Array.from({ length: 50 }, () => ','));
    expect(now()).toBe(0.5);
    driver.press(...Array.from({ length: 50 }, () => '.'));
    expect(now()).toBe(1000);
  });
});

describe('the eraser', () => {
  const painted = () => radius(drive(), 20).press('m').click(100, 100);

  it('takes away what it covers, one stroke a step', () => {
    const driver = radius(painted(), 5).press('Shift+m');
    const before = rleArea(maskOf(driver));
    driver.click(100, 100);
    expect(distanceToGeometry(driver.regions()[0]!.geometry, { x: 100, y: 100 })).toBe(Infinity);
    expect(before - rleArea(maskOf(driver))).toBeGreaterThan(60);
    expect(rleArea(maskOf(driver.press('Mod+z')))).toBe(before);
  });

  it('removes a mask of which nothing is left, and undo brings it back', () => {
    const driver = radius(painted(), 60).press('Shift+m').click(100, 100);
    expect(driver.regions()).toEqual([]);
    expect(driver.press('Mod+z').regions()).toHaveLength(1);
    expect(rleBounds(maskOf(driver))).toMatchObject({ minX: 80, maxX: 120 });
  });

  it('does nothing where no mask is in hand', () => {
    const driver = drive(region('a', box(10, 10, 50, 50)))
      .click(20, 20)
      .press('Shift+m')
      .click(20, 20);
    expect(driver.geometry('a')).toEqual(box(10, 10, 50, 50));
    expect(driver.editor.state.value).toBe('eraser.idle');
    expect(driver.editor.history.canUndo.value).toBe(false);
  });
});

it('a palm that lay down before the pen paints nothing', () => {
  const palm = { id: 1, pointer: 'touch' } as const;
  const pen = { id: 2, pointer: 'pen' } as const;
  const driver = drive().press('m').pointerDown(300, 250, palm).pointerMove(340, 250, palm);
  driver.pointerDown(100, 100, pen).pointerMove(150, 100, pen).pointerUp(150, 100, pen);
  driver.pointerMove(360, 250, palm).pointerUp(360, 250, palm);
  const [mask, ...others] = driver.regions();
  expect(others).toEqual([]);
  expect(boundsOfGeometry(mask!.geometry)!.maxX).toBeLessThan(170);
});
