import { expect, it } from 'vitest';
import { box, drive, region } from '../testing/driver.ts';

it('regions of one order lie alike, whichever came first', () => {
  const regions = ['c', 'a', 'b'].map((id) => region(id, box(10, 10, 20, 20)));
  for (const all of [regions, regions.toReversed()]) {
    const driver = drive(...all, region('low', box(10, 10, 20, 20), { order: 0 }));
    expect(driver.regions().map(({ id }) => id)).toEqual(['low', 'a', 'b', 'c']);
    expect(driver.click(15, 15).selected()).toEqual(['c']);
    driver.press('Mod+a', 'Mod+d', 'Delete', 'Mod+a', ']');
    expect(driver.regions().map(({ id }) => id)).toEqual(['low', 'a', 'b', 'c']);
  }
});
