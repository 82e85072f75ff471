import type { Geometry } from '@assay/contracts';
import { boundsMeet } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory } from '../history/history.ts';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import { box, polygon, region } from '../testing/driver.ts';
import { geometriesOf } from '../testing/geometries.ts';
import { createEditorStore, regionsOf, setRegionView } from './document.ts';
import { createRegionIndex } from './region-index.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 5000 : 50 };

describe('regions at a point', () => {
  const store = createEditorStore();
  store.put(
    region('large', box(0, 0, 100, 100), { order: 1 }),
    region('small', box(10, 10, 10, 10), { order: 0 }),
    region('below', box(50, 50, 20, 20), { order: 2 }),
    region('above', box(50, 50, 20, 20), { order: 3 }),
    region('corner', polygon([200, 200], [300, 200], [200, 300]), { order: 4 }),
    region('spot', { kind: 'point', version: 1, x: 80, y: 20 }, { order: 5 }),
  );
  const index = createRegionIndex(store);
  const at = (x: number, y: number, tolerance = 0) => index.at({ x, y }, tolerance).map(({ id }) => id);

  it('come with the smallest first, then the highest', () => {
    expect(at(15, 15)).toEqual(['small', 'large']);
    expect(at(60, 60)).toEqual(['above', 'below', 'large']);
    expect(at(82, 20, 5)).toEqual(['spot', 'large']);
    expect(at(82, 20, 1)).toEqual(['large']);
  });

  it('are found by their shape, not by their bounds', () => {
    expect(at(290, 290)).toEqual([]);
    expect(at(210, 210)).toEqual(['corner']);
    expect(index.search({ minX: 290, minY: 290, maxX: 291, maxY: 291 })).toEqual(['corner']);
    expect(index.meeting({ minX: 290, minY: 290, maxX: 291, maxY: 291 })).toEqual([]);
  });

  it('are not found while they are hidden', () => {
    setRegionView(store, ['above', 'large'], { hidden: true });
    expect(at(60, 60)).toEqual(['below']);
    setRegionView(store, ['above', 'large'], { hidden: false });
    expect(at(60, 60)).toEqual(['above', 'below', 'large']);
  });
});

it('knows what is where, whatever is added, changed, removed, undone, and brought from remote', () => {
  const geometry = fc.oneof(...Object.values(geometriesOf)) as fc.Arbitrary<Geometry>;
  const id = fc.integer({ min: 0, max: 300 }).map(String);
  const changes = fc.array(fc.tuple(id, fc.option(geometry, { nil: undefined })), { maxLength: 200 });
  const steps = fc.array(fc.tuple(changes, fc.constantFrom('user', 'remote', 'undo')), { maxLength: 6 });
  const area = fc.record({ x: fc.nat(120), y: fc.nat(120), width: fc.nat(60), height: fc.nat(60) });
  fc.assert(
    fc.property(steps, area, (all, { x, y, width, height }) => {
      const store = createEditorStore();
      const history = createHistory(store);
      const index = createRegionIndex(store);
      const bounds = { minX: x, minY: y, maxX: x + width, maxY: y + height };
      for (const [writes, kind] of all) {
        history.mark('step');
        if (kind === 'undo') history.undo();
        else {
          store.transact(
            () => {
              for (const [each, next] of writes) {
                if (next === undefined) store.remove(each);
                else store.put(region(each, next));
              }
            },
            kind as 'user' | 'remote',
          );
        }
        const expected = regionsOf(store).filter((each) => {
          const around = boundsOfGeometry(each.geometry);
          return around !== undefined && boundsMeet(around, bounds);
        });
        expect(index.search(bounds).sort()).toEqual(expected.map((each) => each.id).sort());
      }
    }),
    RUNS,
  );
});
