import { describe, expect, it } from 'vitest';
import { drive, polygon } from '../testing/driver.ts';

const draft = (driver: ReturnType<typeof drive>) => {
  const record = driver.editor.store.get('draft');
  return record?.type === 'draft' ? record : undefined;
};

describe('the polygon tool', () => {
  const triangle = () => drive().press('p').click(10, 10).click(110, 10).click(110, 110);
  const TRIANGLE = polygon([10, 10], [110, 10], [110, 110]);

  it('completes a polygon with Enter, as one step of the history', () => {
    const driver = triangle();
    expect(driver.regions()).toEqual([]);
    expect(draft(driver)).toMatchObject({ isClosed: true, fault: undefined });
    driver.press('Enter');
    expect(driver.regions().map(({ geometry }) => geometry)).toEqual([TRIANGLE]);
    expect(driver.selected()).toEqual([driver.regions()[0]!.id]);
    expect(draft(driver)).toBeUndefined();
    expect(driver.editor.state.value).toBe('polygon.idle');
    expect(driver.press('Mod+z').regions()).toEqual([]);
    expect(driver.press('Mod+y').regions()).toHaveLength(1);
  });

  it('completes it with a click on the first point, and with a double click', () => {
    expect(triangle().click(12, 11).regions()[0]?.geometry).toEqual(TRIANGLE);
    const driver = drive().press('p').click(10, 10).click(110, 10).doubleClick(110, 110);
    expect(driver.regions().map(({ geometry }) => geometry)).toEqual([TRIANGLE]);
  });

  it('shows where the next point would be, in the image', () => {
    const driver = triangle().pointerMove(-50, 500);
    expect(draft(driver)?.cursor).toEqual({ x: 0, y: 300 });
    driver.click(-50, 500);
    expect(draft(driver)?.points.at(-1)).toEqual({ x: 0, y: 300 });
  });

  it('takes back points with Backspace, and all of them with Esc', () => {
    const driver = triangle().press('Backspace');
    expect(draft(driver)?.points).toHaveLength(2);
    driver.press('Backspace', 'Backspace');
    expect(draft(driver)).toBeUndefined();
    expect(driver.editor.state.value).toBe('polygon.idle');
    driver.click(10, 10).click(50, 50).press('Esc');
    expect(draft(driver)).toBeUndefined();
    expect(driver.regions()).toEqual([]);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('keeps its points when a finger is lost', () => {
    const driver = triangle().pointerDown(10, 110);
    driver.editor.pointerCancel();
    driver.pointerUp();
    expect(draft(driver)?.points).toHaveLength(3);
  });

  it('does not complete what is no polygon, and says why until it is changed', () => {
    const driver = drive().press('p').click(10, 10).click(110, 110).press('Enter');
    expect(draft(driver)).toMatchObject({ fault: 'too-few-points' });
    driver.click(110, 10);
    expect(draft(driver)).toMatchObject({ fault: undefined });
    driver.click(10, 110).press('Enter');
    expect(draft(driver)).toMatchObject({ fault: 'self-crossing' });
    expect(driver.regions()).toEqual([]);
    driver.press('Backspace', 'Enter');
    expect(driver.regions()[0]?.geometry).toEqual(polygon([10, 10], [110, 110], [110, 10]));
  });

  it('lets no command change the document meanwhile, and the camera move', () => {
    const driver = drive()
      .press('p')
      .click(10, 10)
      .press('Enter', 'Esc', 'v')
      .press('b')
      .drag([10, 10], [50, 50]);
    driver.press('p').click(100, 100).press('Delete', 'Mod+d', 'Right');
    expect(driver.regions()).toHaveLength(1);
    driver.press('+');
    expect(driver.editor.store.get('camera')).toMatchObject({ zoom: 1.25 });
    expect(draft(driver)?.points).toEqual([{ x: 100, y: 100 }]);
    expect(driver.press('Mod+z').regions()).toHaveLength(1);
    expect(draft(driver)).toBeUndefined();
  });

  it('is undone and redone point by point, until another one is set', () => {
    const driver = triangle().press('Mod+z', 'Mod+z');
    expect(draft(driver)?.points).toEqual([{ x: 10, y: 10 }]);
    driver.press('Mod+y', 'Mod+Shift+z', 'Mod+y');
    expect(draft(driver)?.points).toHaveLength(3);
    driver.press('Mod+z', 'Backspace').click(10, 110).press('Mod+y');
    expect(draft(driver)?.points).toEqual([
      { x: 10, y: 10 },
      { x: 10, y: 110 },
    ]);
    driver.press('Mod+z', 'Mod+z');
    expect(draft(driver)).toBeUndefined();
    expect(driver.editor.state.value).toBe('polygon.idle');
  });

  it('stays as it is while another tool is used, and goes on as what that tool draws', () => {
    const driver = triangle().press('v').click(300, 250).press('Esc', 'p');
    expect(draft(driver)?.points).toHaveLength(3);
    driver.press('n', 'Enter');
    expect(driver.regions()[0]?.geometry).toMatchObject({ kind: 'polyline', points: { length: 3 } });
    expect(draft(driver)).toBeUndefined();
  });

  it('leaves no draft behind after a double click on its first point', () => {
    const driver = triangle().doubleClick(10, 10);
    expect(driver.regions().map(({ geometry }) => geometry)).toEqual([TRIANGLE]);
    expect(draft(driver)).toBeUndefined();
    expect(driver.doubleClick(300, 200).editor.state.value).toBe('polygon.idle');
    expect(draft(driver)).toBeUndefined();
  });

  it('takes points that lie close to one another, each where the pointer is released', () => {
    const driver = drive().press('p').click(10, 10).click(14, 10).click(14, 10).click(14, 12);
    driver.pointerDown(50, 50);
    expect(draft(driver)?.points).toHaveLength(3);
    driver.pointerMove(60, 60).pointerUp();
    expect(draft(driver)?.points).toEqual([
      { x: 10, y: 10 },
      { x: 14, y: 10 },
      { x: 14, y: 12 },
      { x: 60, y: 60 },
    ]);
  });
});

it('the polyline tool may cross itself, and needs two points', () => {
  const driver = drive().press('n').click(10, 10).press('Enter');
  expect(draft(driver)).toMatchObject({ isClosed: false, fault: 'too-few-points' });
  driver.click(110, 110).click(110, 10).click(10, 110).click(11, 11).press('Enter');
  expect(driver.regions()[0]?.geometry).toEqual({
    kind: 'polyline',
    version: 1,
    points: [
      { x: 10, y: 10 },
      { x: 110, y: 110 },
      { x: 110, y: 10 },
      { x: 10, y: 110 },
      { x: 11, y: 11 },
    ],
  });
});

it('the point tool makes a point of each click, each a step of the history', () => {
  const driver = drive().press('d').click(10, 20).click(999, 20);
  expect(driver.regions().map(({ geometry }) => geometry)).toEqual([
    { kind: 'point', version: 1, x: 10, y: 20 },
    { kind: 'point', version: 1, x: 400, y: 20 },
  ]);
  expect(driver.press('Mod+z').regions()).toHaveLength(1);
});
