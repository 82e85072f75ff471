import type { RegionRemark } from '@assay/contracts';
import { describe, expect, it, test } from 'vitest';
import { setRegionView } from '../document/document.ts';
import { select } from '../document/selection.ts';
import { box, type Driver, drive, driveWith, polygon, region } from '../testing/driver.ts';

const said = (text: string): { remark: RegionRemark } => ({ remark: { text } });
const remarksOf = (driver: Driver) =>
  Object.fromEntries(driver.regions().map(({ id, remark }) => [id, remark?.text]));

describe('the flag', () => {
  it('is put on what is selected and free, and taken back with its words, a step each', () => {
    const driver = drive(
      region('a', box(10, 10, 50, 50)),
      region('b', box(100, 10, 50, 50), said('One, or two?')),
      region('c', box(200, 10, 50, 50)),
    );
    setRegionView(driver.editor.store, ['c'], { locked: true });
    select(driver.editor.store, ['a', 'b', 'c']);
    // What was flagged before keeps its words.
    driver.press('Shift+r');
    expect(remarksOf(driver)).toEqual({ a: '', b: 'One, or two?', c: undefined });
    driver.press('Shift+r');
    expect(remarksOf(driver)).toEqual({ a: undefined, b: undefined, c: undefined });
    driver.press('Mod+z');
    expect(remarksOf(driver)).toEqual({ a: '', b: 'One, or two?', c: undefined });
    driver.press('Mod+z');
    expect(remarksOf(driver)).toEqual({ a: undefined, b: 'One, or two?', c: undefined });
    expect(drive(region('a', box(10, 10, 50, 50))).editor.run('flag-region')).toBe(false);
  });

  it('leaves a proposal as it was looked at', () => {
    const proposal = { confidence: 0.4, state: 'open', reason: null } as const;
    const driver = drive(region('a', box(10, 10, 50, 50), { proposal }))
      .click(30, 30)
      .press('Shift+r');
    expect(driver.region('a')).toMatchObject({ proposal, remark: { text: '' } });
  });

  it('is of the whole way through a sequence, also where it is not in the picture', () => {
    const driver = driveWith({ frames: 5 });
    driver.press('b').drag([10, 10], [60, 60]).press('v').click(30, 30);
    const [id = ''] = driver.selected();
    driver.press('PageDown', 'Shift+Delete').press('Shift+r');
    expect(driver.region(id)).toMatchObject({
      remark: { text: '' },
      track: { keyFrames: [{ frame: 0 }, {}] },
    });
  });
});

describe('what is remarked of a region', () => {
  const whole = polygon([100, 100], [200, 100], [200, 150], [100, 150]);
  const doubted = region('a', whole, said('One, or two?'));
  const pressed = (...strokes: string[]) =>
    drive(doubted)
      .click(150, 120)
      .press(...strokes)
      .regions()
      .map(({ remark }) => remark?.text);

  test.each([['Mod+d'], ['Mod+c', 'Mod+v']])('is no part of a copy', (...strokes) => {
    expect(pressed(...strokes)).toEqual(['One, or two?', undefined]);
  });

  it('is kept by what becomes another shape or is moved, and comes back by undo', () => {
    expect(pressed('Shift+b')).toEqual(['One, or two?']);
    expect(pressed('Right')).toEqual(['One, or two?']);
    expect(pressed('Delete', 'Mod+z')).toEqual(['One, or two?']);
  });

  it('stays with the largest part of what is cut', () => {
    const driver = drive(doubted).press('c').drag([160, 50], [160, 200]);
    expect(driver.regions().map(({ id, remark }) => [id, remark?.text])).toEqual([
      ['a', 'One, or two?'],
      [expect.any(String), undefined],
    ]);
  });

  it('is that of the highest of what is joined that has one', () => {
    const [left, right] = [box(10, 10, 50, 50), box(60, 10, 50, 50)];
    const joined = (one: object, other: object) => {
      const driver = drive(region('a', left, one), region('b', right, { order: 2, ...other }));
      return remarksOf(driver.press('Mod+a', 'j'));
    };
    expect(joined(said('below'), said('above'))).toEqual({ b: 'above' });
    expect(joined(said('below'), {})).toEqual({ b: 'below' });
    expect(joined({}, {})).toEqual({ b: undefined });
  });
});
