import { describe, expect, it } from 'vitest';
import { box, drive, polygon, region } from '../testing/driver.ts';

const NEIGHBOUR = polygon([100, 100], [200, 100], [240, 150], [200, 200], [100, 200]);
const beside = () => drive(region('n', NEIGHBOUR), region('far', box(10, 250, 20, 20))).press('t');
const guide = (driver: ReturnType<typeof drive>) => {
  const record = driver.editor.store.get('guide');
  return record?.type === 'guide' ? record : undefined;
};
const last = (driver: ReturnType<typeof drive>) => driver.regions().at(-1)!.geometry;

describe('what is drawn', () => {
  it('snaps to corners of neighbours before their edges, and to the border of the image', () => {
    const driver = beside().press('b').pointerDown(97, 205);
    driver.pointerMove(50, 150);
    expect(guide(driver)).toBeUndefined();
    driver.pointerMove(4, 296);
    expect(guide(driver)).toMatchObject({ point: { x: 0, y: 300 } });
    driver.pointerUp(60, 296);
    expect(last(driver)).toEqual(box(60, 200, 40, 100));
    expect(guide(driver)).toBeUndefined();
  });

  it('follows the border that it shares with a neighbour, on the shorter way', () => {
    const driver = beside().press('p').click(205, 98).click(203, 203).click(300, 200).click(300, 100);
    driver.press('Enter');
    expect(last(driver)).toEqual(polygon([200, 100], [240, 150], [200, 200], [300, 200], [300, 100]));
  });

  it('lies on edges, and goes straight with Shift', () => {
    const driver = beside().press('p').click(150, 97).click(150, 203, { shift: true }).click(150, 260);
    driver.press('Enter');
    // On one line: no polygon. The draft still says where the points lie.
    expect(driver.editor.store.get('draft')).toMatchObject({
      points: [
        { x: 150, y: 100 },
        { x: 150, y: 200 },
        { x: 150, y: 260 },
      ],
    });
  });

  it('does not snap unless it was asked for, or while Ctrl is held', () => {
    const plain = drive(region('n', NEIGHBOUR)).press('d', 'b').drag([95, 205], [50, 250]);
    expect(last(plain)).toEqual(box(50, 205, 45, 45));
    const held = drive(region('n', NEIGHBOUR)).press('b').drag([95, 205], [50, 250], { mod: true });
    expect(last(held)).toEqual(box(50, 200, 50, 50));
    expect(last(beside().press('b').drag([95, 205], [50, 250], { mod: true }))).toEqual(box(50, 205, 45, 45));
  });

  it('reaches as far on the screen at every zoom', () => {
    const driver = beside();
    driver.editor.zoomBy(4, { x: 0, y: 0 });
    driver.press('b').drag([99 * 4, 201 * 4], [50 * 4, 250 * 4]);
    expect(last(driver)).toEqual(box(50, 200, 50, 50));
    driver.press('Mod+z').drag([96 * 4, 204 * 4], [50 * 4, 250 * 4]);
    expect(last(driver)).toEqual(box(50, 204, 46, 46));
  });
});

describe('what is changed', () => {
  it('snaps with the corner that is dragged, not to itself', () => {
    const driver = beside().click(20, 260).drag([30, 250], [97, 203]);
    expect(driver.geometry('far')).toEqual(box(10, 200, 90, 70));
    driver.drag([10, 200], [14, 196]);
    expect(driver.geometry('far')).toEqual(box(14, 196, 86, 74));
  });

  it('snaps to the border of the image with the corner that is dragged', () => {
    const driver = beside().click(20, 260).drag([10, 270], [5, 296]);
    expect(driver.geometry('far')).toEqual(box(0, 250, 30, 50));
  });

  it('snaps with the corner that comes nearest when it is moved', () => {
    const driver = beside().drag([20, 260], [88, 213]);
    expect(guide(driver)).toBeUndefined();
    expect(driver.geometry('far')).toEqual(box(80, 200, 20, 20));
    expect(driver.press('Mod+z').geometry('far')).toEqual(box(10, 250, 20, 20));
  });

  it('snaps to nothing that is hidden', () => {
    const driver = beside().click(150, 150).press('h');
    expect(driver.drag([20, 260], [88, 213]).geometry('far')).toEqual(box(78, 203, 20, 20));
  });
});
