import { describe, expect, it } from 'vitest';
import { relationsOf } from '../index.ts';
import { box, drive, region } from '../testing/driver.ts';

const two = () =>
  drive(
    region('a', box(10, 10, 40, 40), { order: 1 }),
    region('b', box(100, 10, 40, 40), { order: 2 }),
  ).press('k');
const ends = (driver: ReturnType<typeof drive>) =>
  relationsOf(driver.editor.store).map(({ from, to }) => [from, to]);

describe('the relation tool', () => {
  it('relates the region that is pressed to the one on which it is released, as one step', () => {
    const driver = two().drag([20, 20], [120, 20]);
    expect(ends(driver)).toEqual([['a', 'b']]);
    expect(driver.editor.state.value).toBe('relation.idle');
    expect(ends(driver.press('Mod+z'))).toEqual([]);
    expect(ends(driver.press('Mod+y'))).toEqual([['a', 'b']]);
  });

  it('relates nothing twice, and the other direction beside it', () => {
    const driver = two().drag([20, 20], [120, 20]).drag([20, 20], [120, 20]);
    expect(ends(driver)).toEqual([['a', 'b']]);
    expect(driver.press('Mod+z').editor.history.canUndo.value).toBe(false);
    driver.press('Mod+y').drag([120, 20], [20, 20]);
    expect(ends(driver)).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  it('relates nothing to itself, or to where no region is', () => {
    const driver = two().drag([20, 20], [40, 40]).drag([20, 20], [300, 200]).drag([300, 200], [20, 20]);
    expect(ends(driver)).toEqual([]);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('tells where it would lead to, until it ends or is cancelled', () => {
    const driver = two().pointerDown(20, 20).pointerMove(60, 20);
    expect(driver.editor.store.get('link')).toMatchObject({
      from: 'a',
      to: undefined,
      cursor: { x: 60, y: 20 },
    });
    driver.pointerMove(120, 20);
    expect(driver.editor.store.get('link')).toMatchObject({ to: 'b' });
    driver.press('Esc').pointerUp();
    expect(driver.editor.store.get('link')).toBeUndefined();
    expect(ends(driver)).toEqual([]);
  });

  it('relates nothing to a region that others removed meanwhile', () => {
    const driver = two().pointerDown(20, 20).pointerMove(120, 20);
    driver.editor.store.transact(() => driver.editor.store.remove('a'), 'remote');
    driver.pointerUp(120, 20);
    expect(ends(driver)).toEqual([]);
  });
});
