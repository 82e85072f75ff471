import type { RegionProposal, Track } from '@assay/contracts';
import { firstGeometry, geometryAt } from '@assay/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyMarksOf } from '../commands/frame-commands.ts';
import { regionView, setRegionView } from '../document/document.ts';
import { box, type Driver, driveWith, region } from '../testing/driver.ts';
import { frameOf, showFrame } from './frame.ts';

const FRAMES = 10;
const track = (...keys: [number, ReturnType<typeof box> | null][]): Track => ({
  version: 1,
  frames: FRAMES,
  keyFrames: keys.map(([frame, geometry]) => ({ frame, geometry })),
});
const sequence = (...regions: Parameters<typeof driveWith>[1][]) =>
  driveWith({ frames: FRAMES }, ...(regions as never[]));
const moving = () =>
  sequence(
    region('a', box(10, 10, 20, 20), { track: track([2, box(10, 10, 20, 20)], [6, box(50, 10, 20, 20)]) }),
  );
const at = (driver: Driver, frame: number): Driver => {
  showFrame(driver.editor.store, frame);
  return driver;
};
const now = ({ editor }: Driver) => frameOf(editor.store)?.at;
const keys = (driver: Driver, id = 'a') => driver.region(id)?.track?.keyFrames.map(({ frame }) => frame);

describe('a sequence of frames', () => {
  it('shows what moves where it is, and what is not there not at all', () => {
    const driver = moving();
    expect(regionView(driver.editor.store, 'a')).toEqual({ hidden: true, locked: true });
    expect(driver.editor.index.at({ x: 20, y: 20 }, 1)).toEqual([]);
    expect(at(driver, 4).geometry('a')).toEqual(box(30, 10, 20, 20));
    expect(driver.editor.index.at({ x: 40, y: 20 }, 1)).toHaveLength(1);
    expect(at(driver, 99).geometry('a')).toEqual(box(50, 10, 20, 20));
    expect([now(driver), regionView(driver.editor.store, 'a').hidden]).toEqual([9, false]);
    // What the person hid stays hidden, and what is absent comes back as it was.
    setRegionView(driver.editor.store, ['a'], { hidden: true });
    at(driver, 0);
    setRegionView(driver.editor.store, ['a'], { hidden: false });
    expect(regionView(driver.editor.store, 'a').hidden).toBe(true);
    expect(regionView(at(driver, 5).editor.store, 'a').hidden).toBe(false);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('begins a track where something is drawn, and makes a key frame where it is changed', () => {
    const driver = at(sequence(), 3).press('b').drag([10, 10], [30, 30]);
    const [made] = driver.regions();
    expect(made?.track).toEqual(track([3, box(10, 10, 20, 20)]));
    const id = made?.id ?? '';
    driver.press('v');
    at(driver, 7).drag([20, 20], [60, 20]);
    expect(driver.region(id)?.track).toEqual(track([3, box(10, 10, 20, 20)], [7, box(50, 10, 20, 20)]));
    at(driver, 5).press('Right');
    expect(keys(driver, id)).toEqual([3, 5, 7]);
    expect(driver.geometry(id)).toEqual(box(31, 10, 20, 20));
  });

  it('goes from frame to frame and from key frame to key frame by keys, and stops at the ends', () => {
    const driver = moving();
    expect(driver.press('PageUp').press('PageDown') && now(driver)).toBe(1);
    expect(keyMarksOf(driver.editor).map(({ frame }) => frame)).toEqual([2, 6]);
    expect(now(driver.press('Shift+PageDown'))).toBe(2);
    expect(now(driver.press('Shift+PageDown', 'Shift+PageDown'))).toBe(6);
    expect(now(driver.press('Shift+PageUp', 'Shift+PageUp'))).toBe(2);
    expect(driver.press('Shift+f') && frameOf(driver.editor.store)?.isPlaying).toBe(true);
    const still = driveWith({}, region('a', box(0, 0, 9, 9)));
    expect(['PageDown', 'Shift+PageUp', 'Shift+f', 'Shift+k'].map((key) => still.editor.press(key))).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });

  it('lets it leave, come back, and be between key frames again', () => {
    const driver = at(moving(), 4).click(40, 20).press('Shift+Delete');
    expect(keys(driver)).toEqual([2, 4, 6]);
    expect(regionView(driver.editor.store, 'a').hidden).toBe(true);
    // It is as it was before it left.
    at(driver, 5).press('Shift+k');
    expect(driver.region('a')?.track?.keyFrames[2]).toEqual({ frame: 5, geometry: box(10, 10, 20, 20) });
    driver.press('Shift+Backspace').press('Mod+z', 'Mod+z');
    expect(regionView(driver.editor.store, 'a').hidden).toBe(true);
    expect(now(driver)).toBe(5);
    // The only key frame stays; where nothing is left of it, it is gone.
    const one = at(sequence(region('a', box(10, 10, 20, 20), { track: track([2, box(10, 10, 20, 20)]) })), 2);
    one.click(20, 20).press('Shift+Backspace');
    expect(keys(one)).toEqual([2]);
    expect(one.press('Shift+Delete').regions()).toEqual([]);
    expect(one.press('Mod+z').geometry('a')).toEqual(box(10, 10, 20, 20));
  });

  it('goes to where something was changed when that is undone or done again', () => {
    const driver = at(moving(), 4).click(40, 20).press('Down');
    at(driver, 8).press('Down');
    expect(keys(driver)).toEqual([2, 4, 6, 8]);
    at(driver, 0).press('Mod+z');
    expect([now(driver), keys(driver)]).toEqual([8, [2, 4, 6]]);
    driver.press('Mod+z');
    expect([now(driver), keys(driver), driver.geometry('a')]).toEqual([4, [2, 6], box(30, 10, 20, 20)]);
    at(driver, 9).press('Mod+Shift+z');
    expect([now(driver), driver.geometry('a')]).toEqual([4, box(30, 11, 20, 20)]);
    // What is deleted is gone in all frames, and comes back in all.
    driver.press('Delete');
    at(driver, 0).press('Mod+z');
    expect([now(driver), keys(driver)]).toEqual([2, [2, 4, 6]]);
  });

  it('copies what is seen: the copy begins in the frame in which it is put', () => {
    const driver = at(moving(), 4).click(40, 20).press('Mod+c');
    at(driver, 5).press('Mod+v');
    const copy = driver.regions().find(({ id }) => id !== 'a');
    expect(copy?.track).toEqual(track([5, box(30, 10, 20, 20)]));
    // A draft that comes back is what it was.
    const kept = region('b', box(0, 0, 5, 5), { track: track([7, box(0, 0, 5, 5)], [9, null]) });
    driver.editor.store.put(kept);
    expect(driver.region('b')?.track).toEqual(kept.track);
  });

  it('is at all times what its tracks say, and undone to what it was', () => {
    const act = fc.oneof(
      fc.nat(FRAMES - 1).map((frame) => (driver: Driver) => at(driver, frame)),
      fc
        .constantFrom(
          ...['Right', 'Shift+Down', 'Shift+Delete', 'Shift+Backspace', 'Shift+k', 'Mod+a', 'Mod+d'],
          ...['Delete', 'Mod+z', 'Mod+Shift+z', 'Mod+c', 'Mod+v', 'Shift+p', 'PageDown'],
        )
        .map((key) => (driver: Driver) => driver.press(key)),
      fc.tuple(fc.nat(200), fc.nat(200)).map(
        ([x, y]) =>
          (driver: Driver) =>
            driver
              .press('b')
              .drag([x, y], [x + 30, y + 30])
              .press('v'),
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const driver = moving();
        const before = driver.region('a')?.track;
        for (const each of acts) {
          each(driver);
          for (const { id, geometry, track: its } of driver.regions()) {
            if (its === undefined) expect.fail('It has no track.');
            const there = geometryAt(its, now(driver) ?? 0);
            expect(geometry).toEqual(there ?? firstGeometry(its));
            expect(regionView(driver.editor.store, id).hidden).toBe(there === null);
          }
        }
        while (driver.editor.history.undo());
        expect(driver.regions().map(({ id, track: its }) => [id, its])).toEqual([['a', before]]);
      }),
      { numRuns: process.env.ASSAY_SOAK ? 3000 : 100 },
    );
  });
});

describe('proposals in a sequence', () => {
  const open = (confidence: number) => ({
    proposal: { confidence, state: 'open', reason: null } satisfies RegionProposal,
  });
  const proposed = () =>
    sequence(
      region('late', box(10, 10, 20, 20), { track: track([6, box(10, 10, 20, 20)]), ...open(0.1) }),
      region('brief', box(60, 10, 20, 20), {
        track: track([1, box(60, 10, 20, 20)], [3, null]),
        ...open(0.2),
      }),
      region('first', box(100, 10, 20, 20), { track: track([0, box(100, 10, 20, 20)]), ...open(0.3) }),
    );
  const stateOf = (driver: Driver, id: string) => driver.region(id)?.proposal?.state;

  it('are walked to where they begin unless they are seen, and undo goes back to what it is about', () => {
    const driver = proposed();
    const walked = [1, 2, 3].map(() => [driver.press('Tab').selected().join(), now(driver)]);
    expect(walked).toEqual([
      ['late', 6],
      ['brief', 1],
      ['first', 1],
    ]);
    at(driver, 9).press('Tab');
    expect([driver.selected(), now(driver)]).toEqual([['late'], 9]);
    driver.press('y');
    expect([stateOf(driver, 'late'), driver.selected(), now(driver)]).toEqual(['accepted', ['brief'], 1]);
    driver.press('Mod+z');
    expect([stateOf(driver, 'late'), now(driver)]).toEqual(['open', 6]);
  });

  it('are put right by saying anything of a frame, not by looking at another', () => {
    const driver = proposed();
    for (const frame of [3, 7, 0]) at(driver, frame);
    expect(['late', 'brief', 'first'].map((id) => stateOf(driver, id))).toEqual(['open', 'open', 'open']);
    driver.click(110, 20);
    at(driver, 4).press('Shift+Delete');
    expect([stateOf(driver, 'first'), keys(driver, 'first')]).toEqual(['fixed', [0, 4]]);
    driver.press('Mod+z');
    expect([stateOf(driver, 'first'), keys(driver, 'first')]).toEqual(['open', [0]]);
  });

  it('are rejected where one says that they leave where they begin', () => {
    const driver = proposed().click(110, 20).press('Shift+Delete');
    expect(stateOf(driver, 'first')).toBe('rejected');
  });
});

describe('a gesture under way in a sequence', () => {
  it('keeps frames from being gone through, as far as they are asked for by the page', () => {
    const driver = at(sequence(), 3).press('p').click(10, 10).click(40, 10);
    expect(driver.editor.isResting()).toBe(false);
    driver.press('PageDown');
    expect(now(driver)).toBe(3);
    driver.click(40, 40).press('Enter');
    expect(driver.editor.isResting()).toBe(true);
    expect(driver.regions()[0]?.track?.keyFrames.map(({ frame }) => frame)).toEqual([3]);
  });
});

describe('a mask in a sequence', () => {
  const erase = (driver: Driver) => {
    driver.editor.store.update('pen', 'pen', (pen) => ({ ...pen, radius: 200 }));
    return driver.press('Shift+m').click(50, 50);
  };
  const painted = () => {
    const driver = at(sequence(), 2).press('m').click(50, 50);
    return { driver: at(driver, 6), id: driver.regions()[0]?.id ?? '' };
  };

  it('that is wiped away in a frame is there no more from that frame on', () => {
    const { driver, id } = painted();
    const kept = driver.region(id)?.track?.keyFrames[0];
    erase(driver);
    expect(driver.region(id)?.track?.keyFrames).toEqual([kept, { frame: 6, geometry: null }]);
    driver.press('Mod+z');
    expect(driver.region(id)?.track?.keyFrames).toEqual([kept]);
  });

  it('that was proposed is rejected when nothing is left of it', () => {
    const { driver, id } = painted();
    const proposal: RegionProposal = { confidence: 0.4, state: 'open', reason: null };
    const region = driver.region(id) ?? expect.fail('It was painted.');
    driver.editor.store.transact(() => driver.editor.store.put({ ...region, proposal }), 'remote');
    erase(at(driver, 2));
    expect(driver.region(id)?.proposal).toEqual({ ...proposal, state: 'rejected', reason: 'nothing-there' });
  });

  it('is not joined with another, which is alike in one frame only', () => {
    const [one, other] = [box(10, 10, 20, 20), box(20, 10, 20, 20)];
    const driver = sequence(
      region('a', one, { track: track([0, one]) }),
      region('b', other, { track: track([0, other]) }),
    );
    expect(driver.press('Mod+a').editor.run('join')).toBe(false);
  });
});
