import { describe, expect, it } from 'vitest';
import { box, drive, region } from '../testing/driver.ts';

const oneBox = () => drive(region('a', box(10, 10, 40, 40)));
const BOX = box(10, 10, 40, 40);
const finger = (id: number) => ({ id, pointer: 'touch' as const });
const camera = (driver: ReturnType<typeof drive>) => driver.editor.store.get('camera');

describe('a second finger', () => {
  const pinching = () =>
    oneBox().pointerDown(30, 30, finger(1)).pointerMove(60, 60, finger(1)).pointerDown(160, 60, finger(2));

  it('takes back what the first one began, and moves nothing but the camera', () => {
    const driver = pinching();
    expect(driver.geometry('a')).toEqual(BOX);
    expect(driver.editor.state.value).toBe('select.idle');
    driver.pointerMove(260, 60, finger(2));
    expect(camera(driver)).toMatchObject({ x: 30, y: 30, zoom: 2 });
    driver.pointerMove(70, 80, finger(1)).pointerMove(270, 80, finger(2));
    expect(camera(driver)).toMatchObject({ zoom: 2 });
    expect(driver.geometry('a')).toEqual(BOX);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('and the first one do nothing else until both are lifted', () => {
    const driver = pinching().pointerUp(160, 60, finger(2)).pointerMove(90, 90, finger(1));
    expect(camera(driver)).toMatchObject({ zoom: 1 });
    driver.pointerDown(200, 200, finger(3)).pointerUp(200, 200, finger(3)).pointerUp(90, 90, finger(1));
    expect(driver.selected()).toEqual(['a']);
    expect(driver.click(200, 200, finger(4)).selected()).toEqual([]);
  });

  it('sets no point of a polygon', () => {
    const driver = drive().press('p').pointerDown(10, 10, finger(1)).pointerDown(90, 90, finger(2));
    driver.pointerUp(90, 90, finger(2)).pointerUp(10, 10, finger(1));
    expect(driver.editor.store.get('draft')).toBeUndefined();
    driver.press('d').pointerDown(10, 10, finger(1)).pointerDown(90, 90, finger(2));
    driver.pointerUp(90, 90, finger(2)).pointerUp(10, 10, finger(1));
    expect(driver.regions()).toEqual([]);
  });
});

describe('another pointer', () => {
  it('does not drag what the first one holds, nor end it', () => {
    const driver = oneBox().pointerDown(30, 30, { id: 1 }).pointerMove(40, 30, { id: 1 });
    driver.pointerMove(300, 200, { id: 2 }).pointerUp(300, 200, { id: 2 });
    driver.editor.pointerCancel(2);
    expect(driver.geometry('a')).toEqual(box(20, 10, 40, 40));
    expect(driver.editor.state.value).toBe('select.translating');
    driver.editor.pointerCancel(1);
    expect(driver.geometry('a')).toEqual(BOX);
  });

  it('that is the hand beside a pen is not heard', () => {
    const pen = { id: 1, pointer: 'pen' } as const;
    const driver = oneBox().pointerDown(30, 30, pen).pointerDown(200, 200, finger(2));
    driver.pointerMove(210, 210, finger(2)).pointerMove(50, 30, pen).pointerUp(50, 30, pen);
    driver.pointerMove(220, 220, finger(2)).pointerUp(220, 220, finger(2));
    expect(driver.geometry('a')).toEqual(box(30, 10, 40, 40));
    expect(driver.selected()).toEqual(['a']);
  });

  it('that is lost while nothing is pressed cancels nothing', () => {
    const driver = drive().press('b').click(30, 20).pointerMove(90, 80);
    driver.editor.pointerCancel();
    driver.click(90, 80);
    expect(driver.regions().map(({ geometry }) => geometry)).toEqual([box(30, 20, 60, 60)]);
  });
});

describe('a release that was lost', () => {
  it('ends the drag at the next move without a button', () => {
    const driver = oneBox().pointerDown(30, 30, { buttons: 1 }).pointerMove(60, 30, { buttons: 1 });
    expect(driver.geometry('a')).toEqual(box(40, 10, 40, 40));
    driver.pointerMove(90, 30, { buttons: 0 });
    expect(driver.geometry('a')).toEqual(BOX);
    expect(driver.editor.state.value).toBe('select.idle');
  });

  it('ends it at the next press, or where the pointer has no place', () => {
    const driver = oneBox().pointerDown(30, 30).pointerMove(60, 30).pointerDown(200, 200).pointerUp();
    expect(driver.geometry('a')).toEqual(BOX);
    expect(driver.selected()).toEqual([]);
    driver.pointerDown(30, 30).pointerMove(60, 30).pointerUp(Number.NaN, 30).pointerMove(90, 30);
    expect(driver.geometry('a')).toEqual(BOX);
  });

  it('of a press that was somewhere else is none', () => {
    const driver = drive().press('d').pointerUp(30, 30);
    expect(driver.regions()).toEqual([]);
  });
});

it('other buttons than the primary one press nothing', () => {
  const driver = oneBox().click(30, 30).pointerDown(200, 200, { buttons: 2 });
  driver.pointerMove(250, 250, { buttons: 2 }).pointerUp(250, 250, { buttons: 0 });
  expect(driver.selected()).toEqual(['a']);
});

it('a drag ends, and stands, although somebody who listens to its end fails', () => {
  const driver = oneBox().pointerDown(30, 30).pointerMove(60, 30);
  const stop = driver.editor.store.listen(() => {
    throw new Error('broken listener');
  });
  expect(() => driver.pointerUp(70, 30)).toThrow('broken listener');
  stop();
  expect(driver.editor.state.value).toBe('select.idle');
  expect(driver.pointerMove(200, 200).geometry('a')).toEqual(box(50, 10, 40, 40));
  expect(driver.press('Mod+z').geometry('a')).toEqual(BOX);
});

it('a polygon is complete, once, although somebody who listens to it fails', () => {
  const driver = drive().press('p').click(10, 10).click(110, 10).click(110, 110);
  const stop = driver.editor.store.listen(({ diff }) => {
    if (diff.removed.has('draft')) throw new Error('broken listener');
  });
  expect(() => driver.click(10, 10)).toThrow('broken listener');
  stop();
  expect(driver.editor.store.get('draft')).toBeUndefined();
  expect(driver.editor.state.value).toBe('polygon.idle');
  expect(driver.regions()).toHaveLength(1);
});
