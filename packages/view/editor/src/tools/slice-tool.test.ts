import type { Geometry } from '@assay/contracts';
import { emptyRle, rleOfRings } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { setRegionView } from '../document/document.ts';
import { maskOfRle } from '../shapes/mask.ts';
import { areaOfGeometry, boundsOfGeometry } from '../shapes/shapes.ts';
import { box, drive, IMAGE, polygon, region } from '../testing/driver.ts';

const L_SHAPE = polygon([100, 100], [200, 100], [200, 140], [140, 140], [140, 200], [100, 200]);
const maskOf = (...points: readonly [number, number][]): Geometry =>
  maskOfRle(rleOfRings([points.map(([x, y]) => ({ x, y }))], IMAGE.width, IMAGE.height));
const areas = (driver: ReturnType<typeof drive>) =>
  driver.regions().map(({ geometry }) => areaOfGeometry(geometry));

describe('the slice tool', () => {
  const label = { labelId: '0197a000-0000-7000-8000-000000000001', attributes: {} };
  const one = () => drive(region('l', L_SHAPE, { label, groupId: 'g' }));

  it('cuts a polygon in two: the larger part stays what it was', () => {
    const driver = one().press('c').drag([160, 90], [160, 150]);
    expect(areas(driver)).toEqual([100 * 40 - 40 * 40 + 40 * 60, 40 * 40]);
    expect(driver.geometry('l')).toMatchObject({ kind: 'polygon' });
    const [, part] = driver.regions();
    expect(part).toMatchObject({ label, groupId: 'g', order: 1 });
    expect(boundsOfGeometry(part!.geometry)).toEqual({ minX: 160, minY: 100, maxX: 200, maxY: 140 });
    expect(driver.selected()).toEqual(['l', part!.id].sort());
    expect(driver.press('Mod+z').geometry('l')).toEqual(L_SHAPE);
    expect(driver.regions()).toHaveLength(1);
  });

  it('cuts by a click on each end, at any angle, and shows the line meanwhile', () => {
    const driver = one().press('c').click(90, 150).pointerMove(210, 90);
    expect(driver.editor.store.get('knife')).toMatchObject({
      from: { x: 90, y: 150 },
      to: { x: 210, y: 90 },
    });
    driver.pointerDown(210, 90).pointerUp();
    expect(driver.editor.store.get('knife')).toBeUndefined();
    expect(driver.regions()).toHaveLength(2);
    expect(areas(driver).reduce((sum, area) => sum + area, 0)).toBeCloseTo(areaOfGeometry(L_SHAPE), 3);
  });

  it('cuts masks pixel by pixel', () => {
    const mask = maskOf([100, 100], [200, 100], [200, 140], [100, 140]);
    const driver = drive(region('m', mask)).press('c').drag([120, 90], [120, 150]);
    const [kept, part] = driver.regions();
    expect(boundsOfGeometry(kept!.geometry)).toEqual({ minX: 120, minY: 100, maxX: 200, maxY: 140 });
    expect(boundsOfGeometry(part!.geometry)).toEqual({ minX: 100, minY: 100, maxX: 120, maxY: 140 });
    expect(kept!.id).toBe('m');
  });

  it('cuts all that it goes through, but what is locked, or of what is selected only that', () => {
    const other = polygon([150, 150], [260, 150], [260, 180], [150, 180]);
    const driver = drive(region('l', L_SHAPE), region('o', other)).press('c').drag([160, 90], [160, 190]);
    expect(driver.regions()).toHaveLength(4);
    driver.press('Mod+z', 'v').click(240, 165).press('c').drag([160, 90], [160, 190]);
    expect(driver.regions()).toHaveLength(3);
    expect(driver.geometry('l')).toEqual(L_SHAPE);
    setRegionView(driver.editor.store, ['l'], { locked: true });
    driver.press('Mod+z', 'v', 'Esc', 'c').drag([160, 90], [160, 145]);
    expect(driver.regions()).toHaveLength(2);
  });

  it('cuts nothing that it does not go through, and no box', () => {
    const driver = drive(
      region('l', L_SHAPE),
      region('b', box(250, 100, 40, 40)),
      region('e', maskOfRle(emptyRle(400, 300))),
    );
    driver.press('c').drag([160, 90], [160, 120]).drag([10, 10], [50, 50]).drag([270, 90], [270, 150]);
    expect(driver.regions()).toHaveLength(3);
    driver.pointerDown(160, 90).pointerMove(160, 150).press('Esc').pointerUp();
    expect(driver.geometry('l')).toEqual(L_SHAPE);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });
});
