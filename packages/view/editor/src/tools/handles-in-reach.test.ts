import { distance } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { box, drive, polygon, region } from '../testing/driver.ts';
import { handlesInReach } from './handles-in-reach.ts';

const CIRCLE = polygon(
  ...Array.from({ length: 1000 }, (_, at): [number, number] => {
    const angle = (2 * Math.PI * at) / 1000;
    return [200 + 100 * Math.cos(angle), 150 + 100 * Math.sin(angle)];
  }),
);

describe('handles', () => {
  it('of a border of many vertices are apart on the screen, and more of them come with the zoom', () => {
    const far = handlesInReach(CIRCLE, 1);
    expect(far.length).toBeGreaterThan(30);
    for (const [at, one] of far.entries()) {
      for (const other of far.slice(at + 1))
        expect(distance(one.point, other.point)).toBeGreaterThanOrEqual(12);
    }
    expect(handlesInReach(CIRCLE, 1 / 64).length).toBe(2000);
    expect(handlesInReach(CIRCLE, 1)).toHaveLength(far.length);
  });

  it('of a small box are all there', () => {
    expect(handlesInReach(box(10, 10, 4, 4), 1)).toHaveLength(8);
  });

  it('that are not shown are not taken hold of', () => {
    const driver = drive(region('c', CIRCLE)).click(200, 150);
    const [first, second] = handlesInReach(CIRCLE, 1).map(({ point }) => point);
    const between = { x: (first!.x + second!.x) / 2, y: (first!.y + second!.y) / 2 };
    driver.drag([between.x, between.y], [between.x + 20, between.y]);
    // Between two handles there is only the region itself.
    expect(driver.geometry('c')).toMatchObject({ points: { length: 1000 } });
    expect(driver.regions()[0]!.geometry).not.toEqual(CIRCLE);
  });
});
