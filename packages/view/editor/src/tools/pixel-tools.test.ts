import { geometryIou } from '@assay/domain';
import { describe, expect, it } from 'vitest';
import { areaOfGeometry } from '../shapes/shapes.ts';
import { driveWith, IMAGE } from '../testing/driver.ts';
import { discPicture } from '../testing/pictures.ts';

const DISC = { x: 200, y: 150, radius: 60 };
const WINDOW = discPicture(IMAGE, DISC);
const CIRCLE = { kind: 'ellipse', version: 1, cx: 200, cy: 150, rx: 60, ry: 60, rotation: 0 } as const;
const seeing = () => driveWith({ pixelsAround: () => WINDOW });
type Driver = ReturnType<typeof seeing>;

const wand = (driver: Driver) => {
  const record = driver.editor.store.get('wand');
  return record?.type === 'wand' ? record : undefined;
};
const drawn = (driver: Driver) => driver.regions().map(({ geometry }) => geometry);
const overlap = (driver: Driver) => geometryIou(drawn(driver)[0]!, CIRCLE)!;

describe('the wand', () => {
  it('selects what is like what was clicked, and makes a mask of it', () => {
    const driver = seeing().press('w').click(200, 150);
    expect(driver.regions()).toEqual([]);
    expect(wand(driver)).toMatchObject({ seeds: [{ x: 200, y: 150, operation: 'union' }] });
    driver.press('Enter');
    expect(overlap(driver)).toBeGreaterThan(0.95);
    expect(wand(driver)).toBeUndefined();
    expect(driver.press('Mod+z').regions()).toEqual([]);
  });

  it('changes its tolerance by keys, at once and for the next click', () => {
    const driver = seeing().press('w', ...Array.from({ length: 9 }, () => ','));
    driver.click(200, 150);
    expect(wand(driver)!.seeds[0]!.tolerance).toBe(0);
    const least = wand(driver)!.covered.counts.length;
    driver.press('.', '.', '.', '.');
    expect(wand(driver)!.seeds).toMatchObject([{ tolerance: 16 }]);
    expect(wand(driver)!.covered.counts.length).not.toBe(least);
    driver.press('Enter');
    expect(overlap(driver)).toBeGreaterThan(0.9);
  });

  it('adds by each click, takes away with Alt, and takes clicks back', () => {
    const driver = seeing().press('w').click(200, 150).click(10, 10);
    const all = () => wand(driver)!.covered.counts.reduce((sum, run, at) => sum + (at % 2) * run, 0);
    expect(all()).toBeGreaterThan(100_000);
    driver.press('Backspace');
    expect(all()).toBeLessThan(12_000);
    driver.click(200, 150, { alt: true });
    expect(all()).toBe(0);
    driver.press('Mod+z', 'Mod+z');
    expect(wand(driver)).toBeUndefined();
    expect(driver.editor.state.value).toBe('wand.idle');
    expect(driver.click(200, 150).press('Esc').regions()).toEqual([]);
  });

  it('keeps what was selected when another tool is taken, and goes on with the mask in hand', () => {
    const driver = seeing().press('w').click(200, 150).press('b');
    expect(driver.editor.tool.value).toBe('box');
    expect(drawn(driver)).toMatchObject([{ kind: 'mask' }]);
    driver.press('w').doubleClick(10, 10);
    expect(driver.regions()).toHaveLength(1);
    expect(areaOfGeometry(drawn(driver)[0]!)).toBeGreaterThan(110_000);
  });

  it('knows the pixels of a part of the image by their place', () => {
    const part = discPicture({ width: 200, height: 150 }, { x: 80, y: 60, radius: 40 });
    const driver = driveWith({ pixelsAround: () => ({ ...part, left: 100, top: 80 }) });
    driver.press('w').click(180, 140).press('Enter');
    const circle = { ...CIRCLE, cx: 180, cy: 140, rx: 40, ry: 40 };
    expect(geometryIou(drawn(driver)[0]!, circle)).toBeGreaterThan(0.95);
  });
});

describe('the live-wire', () => {
  const around = (count: number, miss: number): [number, number][] =>
    Array.from({ length: count }, (_, at) => {
      const angle = (2 * Math.PI * at) / count;
      return [200 + (60 + miss) * Math.cos(angle), 150 + (60 + miss) * Math.sin(angle)];
    });

  it('follows the edge between clicks that miss it, and closes at the first one', () => {
    const driver = seeing().press('Shift+w');
    for (const [x, y] of around(5, 3)) driver.click(x, y);
    driver.click(...around(5, 0)[0]!);
    expect(drawn(driver)).toMatchObject([{ kind: 'polygon' }]);
    expect(overlap(driver)).toBeGreaterThan(0.93);
    expect(driver.press('Mod+z').regions()).toEqual([]);
  });

  it('shows the way to the pointer, takes anchors back, and stays for when it is taken up again', () => {
    const [first, second, third] = around(3, 0);
    const driver = seeing()
      .press('Shift+w')
      .click(...first!)
      .click(...second!)
      .pointerMove(...third!);
    const wire = () => {
      const record = driver.editor.store.get('wire');
      return record?.type === 'wire' ? record : undefined;
    };
    expect(wire()!.anchors).toHaveLength(2);
    // A quarter of the circle and more: far longer than the straight way.
    expect(wire()!.ahead.length).toBeGreaterThan(80);
    driver.press('v', 'Shift+w', 'Backspace');
    expect(wire()!.anchors).toHaveLength(1);
    driver
      .click(...second!)
      .click(...third!)
      .press('Enter');
    expect(overlap(driver)).toBeGreaterThan(0.9);
    expect(
      driver
        .click(...first!)
        .press('Esc')
        .editor.store.get('wire'),
    ).toBeUndefined();
  });
});

it('both do nothing where the pixels are not there', () => {
  const driver = driveWith({})
    .press('w')
    .click(200, 150)
    .press('Enter', 'Shift+w')
    .click(10, 10)
    .press('Enter');
  expect(driver.regions()).toEqual([]);
  expect(driver.editor.state.value).toBe('live-wire.idle');
});
