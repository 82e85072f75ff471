import type { RegionProposal } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { regionView, setRegionView } from '../document/document.ts';
import { cameraOf } from '../editor-core.ts';
import type { EditorRecord } from '../store/record.ts';
import { box, type Driver, drive, polygon, region } from '../testing/driver.ts';
import { visibleBounds } from '../view/camera.ts';

const open = (confidence: number | null = null): { proposal: RegionProposal } => ({
  proposal: { confidence, state: 'open', reason: null },
});
const stateOf = (driver: Driver, id: string) => {
  const { state, reason } = driver.region(id)?.proposal ?? { state: null, reason: null };
  return reason === null ? state : `${state}: ${reason}`;
};
const threeProposed = () =>
  drive(
    region('sure', box(10, 10, 50, 50), open(0.9)),
    region('doubtful', box(100, 10, 50, 50), { order: 2, ...open(0.2) }),
    region('unknown', box(200, 10, 50, 50), { order: 3, ...open() }),
    region('drawn', box(300, 10, 50, 50), { order: 4 }),
  );

describe('the walk', () => {
  it('goes from the most doubtful to the surest, around, both ways, past what was looked at', () => {
    const driver = threeProposed();
    const walked = [1, 2, 3, 4].map(() => driver.press('Tab').selected().join());
    expect(walked).toEqual(['doubtful', 'unknown', 'sure', 'doubtful']);
    expect(driver.press('Shift+Tab').selected()).toEqual(['sure']);
    driver.press('y');
    expect(driver.selected()).toEqual(['doubtful']);
    expect(driver.press('Tab', 'Tab').selected()).toEqual(['doubtful']);
  });

  it('begins with the most doubtful where something else is selected, and ends where all was looked at', () => {
    const driver = threeProposed().click(320, 30).press('Tab');
    expect(driver.selected()).toEqual(['doubtful']);
    driver.press('y', 'y', 'y');
    expect(['sure', 'doubtful', 'unknown'].map((id) => stateOf(driver, id))).toEqual(
      Array(3).fill('accepted'),
    );
    expect(driver.editor.press('Tab')).toBe(false);
    expect(driver.editor.press('Shift+Tab')).toBe(false);
  });

  it('goes as one reads among those of one doubt', () => {
    const driver = drive(
      region('below', box(10, 100, 50, 50), open(0.5)),
      region('right', box(100, 10, 50, 50), { order: 2, ...open() }),
      region('left', box(10, 10, 50, 50), { order: 3, ...open(0.5) }),
    );
    expect([1, 2, 3].map(() => driver.press('Tab').selected().join())).toEqual(['left', 'right', 'below']);
  });

  it('shows what lies outside, what is too small to be seen, and what was hidden', () => {
    const driver = drive(
      region('far', box(350, 250, 40, 40), open(0.1)),
      region('tiny', box(20, 20, 2, 2), { order: 2, ...open(0.2) }),
    );
    const { editor } = driver;
    setRegionView(editor.store, ['far'], { hidden: true });
    editor.store.put({ id: 'camera', type: 'camera', x: 0, y: 0, zoom: 2 });
    driver.press('Tab');
    expect(regionView(editor.store, 'far').hidden).toBe(false);
    const seen = visibleBounds(cameraOf(editor), { width: 400, height: 300 });
    expect(seen.maxX).toBeGreaterThanOrEqual(390);
    expect(seen.minX).toBeLessThanOrEqual(350);
    expect(cameraOf(editor).zoom).toBe(2);
    driver.press('Tab');
    expect(2 * cameraOf(editor).zoom).toBeGreaterThan(24);
  });
});

describe('verdicts', () => {
  it('are one key each, for all that is selected, and one step of the history', () => {
    const driver = threeProposed().press('Tab', 'q');
    expect(stateOf(driver, 'doubtful')).toBe('rejected: nothing-there');
    driver.press('Shift+d');
    expect(stateOf(driver, 'unknown')).toBe('rejected: duplicate');
    driver.press('g');
    expect(stateOf(driver, 'sure')).toBe('rejected: artefact');
    driver.press('Mod+z');
    expect(stateOf(driver, 'sure')).toBe('open');
    driver.press('Mod+a', 'Shift+q');
    expect(stateOf(driver, 'sure')).toBe('rejected: not-asked');
    expect(stateOf(driver, 'doubtful')).toBe('rejected: not-asked');
    expect(stateOf(driver, 'drawn')).toBeNull();
    driver.press('Mod+z');
    expect(stateOf(driver, 'unknown')).toBe('rejected: duplicate');
  });

  it('are said of nothing that a person drew, nor of nothing', () => {
    const driver = threeProposed();
    for (const key of ['y', 'f', 'q', 'g', 'Shift+d', 'Shift+q'])
      expect(driver.editor.press(key)).toBe(false);
    driver.click(320, 30);
    for (const key of ['y', 'f', 'q', 'g', 'Shift+d', 'Shift+q'])
      expect(driver.editor.press(key)).toBe(false);
  });

  it('accept the rest, and leave what was said before', () => {
    const driver = threeProposed().press('Tab', 'q', 'Shift+y');
    expect(['doubtful', 'unknown', 'sure'].map((id) => stateOf(driver, id))).toEqual([
      'rejected: nothing-there',
      'accepted',
      'accepted',
    ]);
    expect(driver.editor.press('Shift+y')).toBe(false);
    driver.press('Mod+z');
    expect(stateOf(driver, 'sure')).toBe('open');
  });

  it('make a proposal larger to be put right, which marks it, also where it was rejected before', () => {
    const driver = threeProposed().press('Tab', 'f');
    const { zoom } = cameraOf(driver.editor);
    expect(zoom).toBeGreaterThan(1);
    driver.press('Right');
    expect(driver.geometry('doubtful')).toMatchObject({ x: 101 });
    expect(stateOf(driver, 'doubtful')).toBe('fixed');
    driver.press('y');
    expect(stateOf(driver, 'doubtful')).toBe('fixed');
    driver.press('Mod+z');
    expect([driver.geometry('doubtful'), stateOf(driver, 'doubtful')]).toEqual([
      box(100, 10, 50, 50),
      'open',
    ]);
    driver.press('Mod+Shift+z');
    expect(stateOf(driver, 'doubtful')).toBe('fixed');
    const rejected = threeProposed().press('Tab', 'q', 'Shift+Tab', 'Shift+Tab');
    rejected.click(125, 30).press('Left');
    expect(stateOf(rejected, 'doubtful')).toBe('fixed');
  });

  it('know another label from another order', () => {
    const driver = threeProposed();
    const { store } = driver.editor;
    driver.press('Tab', ']');
    expect(stateOf(driver, 'doubtful')).toBe('open');
    store.update('region', 'doubtful', (each) => ({ ...each, label: { labelId: 'car', attributes: {} } }));
    expect(stateOf(driver, 'doubtful')).toBe('fixed');
  });

  it('are not changed by what others say', () => {
    const driver = threeProposed();
    const { store } = driver.editor;
    store.transact(() => {
      store.update('region', 'sure', (each) => ({ ...each, geometry: box(0, 0, 5, 5) }));
    }, 'remote');
    expect(stateOf(driver, 'sure')).toBe('open');
  });

  it('reject what is deleted, and delete what a person drew', () => {
    const driver = threeProposed().press('Mod+a', 'Delete');
    expect(driver.regions().map(({ id }) => id)).toEqual(['sure', 'doubtful', 'unknown']);
    expect(stateOf(driver, 'sure')).toBe('rejected: nothing-there');
    driver.press('Mod+z');
    expect(driver.regions()).toHaveLength(4);
    expect(stateOf(driver, 'sure')).toBe('open');
  });
});

describe('what is made of a proposal', () => {
  const whole = polygon([100, 100], [200, 100], [200, 150], [100, 150]);

  it('is no proposal: a copy, and what was cut off', () => {
    const copied = drive(region('a', whole, open(0.3))).press('Tab', 'Mod+d');
    expect(copied.regions().map(({ proposal }) => proposal?.state)).toEqual(['open', undefined]);
    const cut = drive(region('a', whole, open(0.3)))
      .press('c')
      .drag([160, 50], [160, 200]);
    expect(cut.regions().map(({ id, proposal }) => [id, proposal?.state])).toEqual([
      ['a', 'fixed'],
      [expect.any(String), undefined],
    ]);
  });

  it('is kept by what becomes another shape', () => {
    const driver = drive(region('a', whole, open(0.3))).press('Tab', 'Shift+b');
    expect(driver.region('a')).toMatchObject({ geometry: { kind: 'mask' }, proposal: { state: 'fixed' } });
    const records: readonly EditorRecord[] = driver.regions();
    expect(records).toHaveLength(1);
  });
});

describe('joining what was proposed', () => {
  it('keeps what became of the parts: the one that stays is fixed, the others are there twice', () => {
    const driver = drive(
      region('a', box(10, 10, 50, 50), open(0.9)),
      region('b', box(40, 10, 50, 50), { order: 2, ...open(0.2) }),
    );
    driver.press('Mod+a').editor.run('join');
    expect(['a', 'b'].map((id) => stateOf(driver, id))).toEqual(['rejected: duplicate', 'fixed']);
    driver.press('Mod+z');
    expect(['a', 'b'].map((id) => stateOf(driver, id))).toEqual(['open', 'open']);
  });
});
