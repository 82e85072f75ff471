import { describe, expect, it } from 'vitest';
import { box, drive, IMAGE, region } from '../testing/driver.ts';

describe('the box tool', () => {
  it('draws a box by a drag, selects it, and stays for the next one', () => {
    const driver = drive().press('b').drag([100, 80], [30, 20]).drag([200, 200], [260, 240]);
    expect(driver.regions().map(({ geometry }) => geometry)).toEqual([
      box(30, 20, 70, 60),
      box(200, 200, 60, 40),
    ]);
    expect(driver.selected()).toEqual([driver.regions()[1]!.id]);
    expect(driver.editor.state.value).toBe('box.idle');
    expect(driver.press('Mod+z').regions()).toHaveLength(1);
    expect(driver.press('Mod+z').regions()).toHaveLength(0);
    expect(driver.press('Mod+y', 'Mod+y').regions()).toHaveLength(2);
  });

  it('draws a box by a click on two corners', () => {
    const driver = drive().press('b').click(30, 20).pointerMove(60, 50);
    expect(driver.regions()[0]?.geometry).toEqual(box(30, 20, 30, 30));
    driver.click(90, 70);
    expect(driver.regions().map(({ geometry }) => geometry)).toEqual([box(30, 20, 60, 50)]);
  });

  it('gives new regions the label of the pen, and a place above all others', () => {
    const driver = drive(region('old', box(0, 0, 300, 300), { order: 7.5 }));
    const label = { labelId: '0197a000-0000-7000-8000-000000000001', attributes: {} };
    driver.editor.store.update('pen', 'pen', (pen) => ({ ...pen, label }));
    driver.press('b').drag([10, 10], [50, 50]);
    expect(driver.regions().at(-1)).toMatchObject({ label, order: 8.5, groupId: null });
  });

  it('takes the label that is chosen while it draws', () => {
    const driver = drive().press('b').click(10, 10).pointerMove(50, 50);
    const label = { labelId: '0197a000-0000-7000-8000-000000000001', attributes: {} };
    driver.editor.store.update('pen', 'pen', (pen) => ({ ...pen, label }));
    expect(driver.click(60, 60).regions()).toMatchObject([{ label, geometry: box(10, 10, 50, 50) }]);
  });

  it('draws squares with Shift, in the image', () => {
    const driver = drive().press('b').drag([350, 100], [380, 290], { shift: true });
    expect(driver.regions()[0]?.geometry).toEqual(box(350, 100, 50, 50));
    driver.drag([200, 200], [150, 190], { shift: true });
    expect(driver.regions()[1]?.geometry).toEqual(box(150, 150, 50, 50));
  });

  it('cuts what is drawn to the image', () => {
    const driver = drive().press('b').drag([-50, 250], [500, 900]);
    expect(driver.regions()[0]?.geometry).toEqual(box(0, 250, IMAGE.width, 50));
  });

  it('draws nothing by a slip, by a flat drag, or when it is cancelled', () => {
    const driver = drive().press('b').click(30, 30).click(30, 30);
    expect(driver.regions()).toEqual([]);
    driver.drag([30, 30], [90, 31]);
    expect(driver.regions()).toEqual([]);
    driver.pointerDown(30, 30).pointerMove(90, 90);
    expect(driver.regions()).toHaveLength(1);
    driver.press('Esc').pointerMove(100, 100).pointerUp();
    expect(driver.regions()).toEqual([]);
    driver.pointerDown(30, 30).press('Esc').pointerMove(100, 100).pointerUp();
    expect(driver.regions()).toEqual([]);
    expect(driver.editor.history.canUndo.value).toBe(false);
    expect(driver.editor.state.value).toBe('box.idle');
  });

  it('draws in image pixels, whatever the camera shows', () => {
    const driver = drive().press('b');
    driver.editor.zoomBy(4, { x: 0, y: 0 });
    driver.editor.pan({ x: -100, y: -40 });
    driver.drag([0, 0], [100, 60]);
    expect(driver.regions()[0]?.geometry).toEqual(box(25, 10, 25, 15));
  });
});

it('rotated boxes and ellipses are drawn in the same way', () => {
  const driver = drive().press('r').drag([10, 20], [50, 80]).press('e').drag([110, 20], [150, 80]);
  expect(driver.regions().map(({ geometry }) => geometry)).toEqual([
    { kind: 'rotated-box', version: 1, cx: 30, cy: 50, width: 40, height: 60, rotation: 0 },
    { kind: 'ellipse', version: 1, cx: 130, cy: 50, rx: 20, ry: 30, rotation: 0 },
  ]);
});
