import { rleArea } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { relationsOf } from '../document/document.ts';
import { rleOf } from '../shapes/geometry-rings.ts';
import { rleOfMask } from '../shapes/mask.ts';
import { areaOfGeometry } from '../shapes/shapes.ts';
import { box, drive, IMAGE, polygon, region } from '../testing/driver.ts';

const [LEFT, RIGHT] = [
  polygon([10, 10], [60, 10], [60, 60], [10, 60]),
  polygon([60, 10], [110, 10], [110, 60], [60, 60]),
];
const labelled = (labelId: string) => ({ label: { labelId, attributes: {} } });

describe('joining', () => {
  it('makes one polygon of neighbours, which keeps what was related to them', () => {
    const driver = drive(
      region('a', LEFT),
      region('b', RIGHT, { order: 2 }),
      region('c', box(200, 200, 20, 20)),
    );
    const { store } = driver.editor;
    const relate = (id: string, from: string, to: string) =>
      store.put({ id, type: 'relation', from, to, labelId: null });
    relate('ac', 'a', 'c');
    relate('ab', 'a', 'b');
    relate('bc', 'b', 'c');
    driver.click(30, 30).click(90, 30, { shift: true }).press('j');
    expect(driver.regions().map(({ id }) => id)).toEqual(['c', 'b']);
    expect(areaOfGeometry(driver.geometry('b')!)).toBe(5000);
    expect(driver.geometry('b')).toMatchObject({ kind: 'polygon' });
    expect(relationsOf(store)).toEqual([{ id: 'bc', type: 'relation', from: 'b', to: 'c', labelId: null }]);
    expect(driver.selected()).toEqual(['b']);
    driver.press('Mod+z');
    expect([driver.geometry('a'), driver.geometry('b')]).toEqual([LEFT, RIGHT]);
    expect(relationsOf(store)).toHaveLength(3);
  });

  it('makes a mask where the union has parts or holes, or one is a mask', () => {
    const apart = drive(region('a', LEFT), region('b', box(200, 100, 20, 20))).press('Mod+a', 'j');
    expect(apart.regions()).toHaveLength(1);
    expect(areaOfGeometry(apart.regions()[0]!.geometry)).toBe(2500 + 400);
    const mixed = drive(region('a', LEFT), region('b', RIGHT))
      .click(30, 30)
      .press('Shift+b')
      .press('Mod+a', 'j');
    expect(mixed.regions()[0]!.geometry.kind).toBe('mask');
    expect(areaOfGeometry(mixed.regions()[0]!.geometry)).toBe(5000);
  });

  it('makes one polygon although the borders leave a splinter open', () => {
    // The dent of the one is closed by the other, but for a hundredth of a square pixel.
    const dented = polygon([10, 10], [60, 10], [60, 30], [59.9, 30.1], [60, 30.2], [60, 60], [10, 60]);
    const driver = drive(region('a', dented), region('b', RIGHT)).press('Mod+a', 'j');
    expect(driver.regions()).toMatchObject([{ geometry: { kind: 'polygon' } }]);
    expect(areaOfGeometry(driver.regions()[0]!.geometry)).toBeCloseTo(5000, 1);
  });

  it('joins nothing of different labels, without an inside, or one alone', () => {
    const line = {
      kind: 'polyline',
      version: 1,
      points: [
        { x: 5, y: 5 },
        { x: 90, y: 90 },
      ],
    } as const;
    for (const [first, second] of [
      [region('a', LEFT, labelled('one')), region('b', RIGHT, labelled('two'))],
      [region('a', LEFT), region('b', line)],
    ] as const) {
      expect(drive(first, second).press('Mod+a').editor.run('join')).toBe(false);
    }
    expect(drive(region('a', LEFT)).press('Mod+a').editor.run('join')).toBe(false);
  });
});

describe('polygons and masks', () => {
  it('become one another', () => {
    const driver = drive(region('a', LEFT)).click(30, 30).press('Shift+b');
    const mask = driver.geometry('a')!;
    expect(mask.kind === 'mask' && rleArea(rleOfMask(mask))).toBe(2500);
    expect(driver.editor.run('to-mask')).toBe(false);
    expect(driver.press('Shift+p').geometry('a')).toEqual(LEFT);
    expect(driver.editor.run('to-polygon')).toBe(false);
    driver.press('Mod+z', 'Mod+z');
    expect(driver.geometry('a')).toEqual(LEFT);
  });

  it('in several parts become several polygons in a group, close to the pixels', () => {
    const driver = drive(
      region('a', { kind: 'ellipse', version: 1, cx: 80, cy: 80, rx: 40, ry: 25, rotation: 0.4 }),
      region('b', box(200, 100, 30, 30)),
    ).press('Mod+a', 'j');
    const before = rleOf(driver.regions()[0]!.geometry, IMAGE)!;
    driver.press('Shift+p');
    const parts = driver.regions();
    expect(parts.map(({ geometry }) => geometry.kind)).toEqual(['polygon', 'polygon']);
    expect(new Set(parts.map(({ groupId }) => groupId)).size).toBe(1);
    expect(parts[0]!.groupId).not.toBeNull();
    expect(driver.selected()).toHaveLength(2);
    const area = parts.reduce((sum, { geometry }) => sum + areaOfGeometry(geometry), 0);
    expect(Math.abs(area - rleArea(before)) / area).toBeLessThan(0.02);
  });
});
