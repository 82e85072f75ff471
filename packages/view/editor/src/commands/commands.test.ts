import { describe, expect, it } from 'vitest';
import { regionView, setRegionView } from '../document/document.ts';
import { box, drive, region } from '../testing/driver.ts';

const three = () =>
  drive(
    region('a', box(10, 10, 20, 20), { order: 1 }),
    region('b', box(50, 10, 20, 20), { order: 2 }),
    region('c', box(90, 10, 20, 20), { order: 3 }),
  );
const order = (driver: ReturnType<typeof drive>) => driver.regions().map(({ id }) => id);

describe('commands on what is selected', () => {
  it('delete it, and undo brings it back', () => {
    const driver = three().click(20, 20).press('Delete');
    expect(order(driver)).toEqual(['b', 'c']);
    expect(order(driver.press('Mod+z'))).toEqual(['a', 'b', 'c']);
    driver.click(60, 20).press('Backspace');
    expect(order(driver)).toEqual(['a', 'c']);
  });

  it('have nothing to do where nothing is selected', () => {
    const driver = three();
    for (const command of ['delete', 'duplicate', 'nudge-left', 'group', 'bring-to-front', 'hide'] as const) {
      expect(driver.editor.run(command)).toBe(false);
    }
    expect(driver.editor.press('Mod+z')).toBe(false);
    expect(driver.editor.press('no such key')).toBe(false);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('duplicate it beside itself, on top, in a group of its own', () => {
    const driver = three().press('Mod+a', 'Mod+g', 'Mod+d');
    const copies = driver.regions().slice(3);
    expect(copies.map(({ geometry }) => geometry)).toEqual([
      box(20, 20, 20, 20),
      box(60, 20, 20, 20),
      box(100, 20, 20, 20),
    ]);
    expect(driver.selected()).toEqual(copies.map(({ id }) => id).sort());
    const groups = new Set(driver.regions().map(({ groupId }) => groupId));
    expect([groups.size, groups.has(null)]).toEqual([2, false]);
    expect(order(driver.press('Mod+z'))).toEqual(['a', 'b', 'c']);
  });

  it('nudge it, not out of the image', () => {
    const driver = three().click(20, 20).press('Right', 'Shift+Down', 'Shift+Left', 'Shift+Left', 'Up');
    expect(driver.geometry('a')).toEqual(box(0, 19, 20, 20));
    expect(driver.press('Mod+z').geometry('a')).toEqual(box(0, 20, 20, 20));
  });

  it('put it above or below all others, in its own order', () => {
    const driver = three().click(60, 20).click(20, 20, { shift: true }).press(']');
    expect(order(driver)).toEqual(['c', 'a', 'b']);
    expect(order(driver.press('['))).toEqual(['a', 'b', 'c']);
  });

  it('group it, so that it is selected together, and ungroup it', () => {
    const driver = three()
      .click(20, 20)
      .click(60, 20, { shift: true })
      .press('Mod+g')
      .click(200, 200)
      .click(20, 20);
    expect(driver.selected()).toEqual(['a', 'b']);
    driver.press('Mod+Shift+g').click(200, 200).click(20, 20);
    expect(driver.selected()).toEqual(['a']);
  });

  it('that change nothing are no step of the history, and leave the key to others', () => {
    const driver = drive(
      region('a', box(0, 10, 20, 20), { order: 1 }),
      region('b', box(50, 10, 20, 20), { order: 2, groupId: 'g' }),
      region('c', box(90, 10, 20, 20), { order: 3, groupId: 'g' }),
    );
    driver.click(10, 20);
    for (const command of ['nudge-left', 'nudge-far-left', 'send-to-back', 'ungroup', 'group'] as const) {
      expect(driver.editor.run(command)).toBe(false);
    }
    driver.click(60, 20);
    expect(driver.selected()).toEqual(['b', 'c']);
    for (const command of ['bring-to-front', 'group'] as const) {
      expect(driver.editor.run(command)).toBe(false);
    }
    expect(driver.editor.history.canUndo.value).toBe(false);
    expect(driver.editor.run('send-to-back')).toBe(true);
    expect(driver.editor.run('ungroup')).toBe(true);
    expect(order(driver)).toEqual(['b', 'c', 'a']);
  });

  it('leave alone what is locked', () => {
    const driver = three().click(20, 20).press('l');
    expect(regionView(driver.editor.store, 'a').locked).toBe(true);
    expect(driver.editor.run('delete')).toBe(false);
    driver.press('Mod+a', 'Delete');
    expect(order(driver)).toEqual(['a']);
    driver.press('l');
    expect(driver.editor.run('delete')).toBe(true);
  });

  it('hide it, and show all again', () => {
    const driver = three().click(20, 20).press('h');
    expect(driver.selected()).toEqual([]);
    expect(driver.click(20, 20).selected()).toEqual([]);
    expect(driver.press('Mod+a').selected()).toEqual(['b', 'c']);
    expect(driver.editor.run('show-all')).toBe(true);
    expect(driver.editor.run('show-all')).toBe(false);
    expect(driver.click(20, 20).selected()).toEqual(['a']);
  });
});

describe('commands on the view', () => {
  const camera = (driver: ReturnType<typeof drive>) => driver.editor.store.get('camera');

  it('zoom about the middle of the screen', () => {
    const driver = three().press('+');
    expect(camera(driver)).toMatchObject({ x: 40, y: 30, zoom: 1.25 });
    expect(camera(driver.press('-', '-'))).toMatchObject({ zoom: 0.8 });
    expect(camera(driver.press('Shift+Home'))).toMatchObject({ zoom: 1 });
  });

  it('fit the image, or what is selected', () => {
    const driver = three();
    driver.editor.resizeScreen({ width: 864, height: 664 });
    expect(camera(driver.press('Home'))).toMatchObject({ x: -16, zoom: 2 });
    expect(driver.editor.run('zoom-selection')).toBe(false);
    driver.press('Mod+a');
    expect(driver.editor.run('zoom-selection')).toBe(true);
    expect(camera(driver)).toMatchObject({ x: 6, zoom: 8 });
    driver.editor.resizeScreen({ width: 0, height: 0 });
    expect(driver.editor.run('zoom-fit')).toBe(false);
  });

  it('and what moves it leave the camera where it is for what is no number', () => {
    const driver = three();
    driver.editor.zoomBy(2, { x: 0, y: 0 });
    const before = camera(driver);
    driver.editor.pan({ x: Number.NaN, y: 1 });
    driver.editor.zoomBy(Number.NaN, { x: 1, y: 1 });
    driver.editor.zoomBy(2, { x: 1, y: Infinity });
    expect(camera(driver)).toBe(before);
  });

  it('are no step of the history', () => {
    const driver = three().press('+', 'Home', 'Mod+a', 'h', 'Shift+h');
    expect(driver.editor.history.canUndo.value).toBe(false);
  });
});

it('undo of what is locked or hidden meanwhile still goes back', () => {
  const driver = three().click(20, 20).press('Right');
  setRegionView(driver.editor.store, ['a'], { hidden: true, locked: true });
  expect(driver.press('Mod+z').geometry('a')).toEqual(box(10, 10, 20, 20));
});

describe('labelling the whole image', () => {
  const labelled = (labelId: string) => {
    const driver = three();
    driver.editor.store.update('pen', 'pen', (pen) => ({ ...pen, label: { labelId, attributes: {} } }));
    return driver;
  };
  const classes = (driver: ReturnType<typeof drive>) =>
    driver
      .regions()
      .flatMap(({ geometry, label }) => (geometry.kind === 'image-class' ? [label?.labelId] : []));

  it('gives it the label of the pen, once for each label, as a step each', () => {
    const driver = labelled('sunny').press('i', 'i');
    expect(classes(driver)).toEqual(['sunny']);
    driver.editor.store.update('pen', 'pen', (pen) => ({
      ...pen,
      label: { labelId: 'wet', attributes: {} },
    }));
    expect(classes(driver.press('i'))).toEqual(['sunny', 'wet']);
    expect(classes(driver.press('Mod+z'))).toEqual(['sunny']);
  });

  it('has nothing to do without a label', () => {
    const driver = three();
    expect(driver.editor.run('label-image')).toBe(false);
    expect(classes(driver)).toEqual([]);
  });
});
