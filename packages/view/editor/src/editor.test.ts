import { boundsContain, padBounds } from '@assay/geometry';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUILT_IN, type EditorCommand } from './commands/commands.ts';
import { regionsOf, relationsOf } from './document/document.ts';
import { selectedIds } from './document/selection.ts';
import { boundsOfGeometry, readGeometry } from './shapes/shapes.ts';
import { changesOf } from './store/diff.ts';
import { box, type Driver, drive, driveWith, IMAGE, polygon, region } from './testing/driver.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK ? 20_000 : 200 };
/** The image, but for rounding. */
const INSIDE = padBounds({ minX: 0, minY: 0, maxX: IMAGE.width, maxY: IMAGE.height }, 1e-6);
const EVERYWHERE = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 };

const place = fc.tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: -20, max: 320 }));
const held = fc.record({
  shift: fc.boolean(),
  alt: fc.boolean(),
  pointer: fc.constantFrom('mouse', 'touch', 'pen'),
  id: fc.constantFrom(0, 0, 0, 1),
  buttons: fc.constantFrom(undefined, undefined, 0, 1),
});
const act = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('pointerDown', 'pointerMove', 'pointerUp'), place, held) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('click', 'doubleClick', 'drag'), place, held) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('run'),
      fc.constantFrom(...(BUILT_IN.keys() as Iterable<EditorCommand>)),
      held,
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('lost', 'remote', 'remote removal'), place, held) },
);

function perform(driver: Driver, [kind, what, keys]: Arbitrary): void {
  const { editor } = driver;
  if (typeof what === 'string') {
    editor.run(what);
    return;
  }
  const [x, y] = what;
  if (kind === 'drag') driver.drag([x, y], [y, x], keys);
  else if (kind === 'doubleClick') driver.doubleClick(x, y);
  else if (kind === 'pointerDown' || kind === 'pointerMove' || kind === 'pointerUp' || kind === 'click') {
    driver[kind](x, y, keys);
  } else if (kind === 'lost') editor.pointerCancel(keys.id);
  else {
    editor.store.transact(() => {
      if (kind === 'remote') editor.store.put(region('theirs', box(Math.abs(x), Math.abs(y), 30, 30)));
      else editor.store.remove('a', 'theirs');
    }, 'remote');
  }
}
type Arbitrary = typeof act extends fc.Arbitrary<infer T> ? T : never;

const documentOf = ({ editor }: Driver) =>
  new Map(editor.store.snapshot('document').map((each) => [each.id, each]));

it('stays sound, whatever a person does to it while others change the document', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (all) => {
      const driver = drive(
        region('a', box(50, 50, 60, 60), { order: 1 }),
        region('b', polygon([150, 50], [250, 60], [200, 150]), { order: 2 }),
      );
      const { editor } = driver;
      editor.store.transact(
        () => editor.store.put({ id: 'ab', type: 'relation', from: 'a', to: 'b', labelId: null }),
        'remote',
      );
      const saved = new Map(documentOf(driver));
      editor.store.listen(
        ({ diff }) => {
          for (const [id, { after }] of changesOf(diff)) {
            if (after === undefined) saved.delete(id);
            else saved.set(id, after);
          }
        },
        { scope: 'document' },
      );
      for (const each of all) perform(driver, each);

      const regions = regionsOf(editor.store);
      for (const each of regions) expect(readGeometry(each.geometry)).toMatchObject({ ok: true });
      const ids = new Set(regions.map(({ id }) => id));
      for (const id of selectedIds(editor.store)) expect(ids).toContain(id);
      for (const { from, to } of relationsOf(editor.store)) expect(ids.has(from) && ids.has(to)).toBe(true);
      expect(editor.index.search(EVERYWHERE).sort()).toEqual([...ids].sort());
      for (const { id, geometry } of regions) {
        // What others put outside of the image may stay there, and its copies.
        if (id === 'a' || id === 'b') expect(boundsContain(INSIDE, boundsOfGeometry(geometry)!)).toBe(true);
      }
      expect(saved).toEqual(documentOf(driver));
    }),
    RUNS,
  );
});

it('comes back to where it began by undoing, when nobody else changed anything', () => {
  const isMine = ([kind]: Arbitrary) => !kind.startsWith('remote');
  fc.assert(
    fc.property(fc.array(act.filter(isMine), { maxLength: 40 }), (all) => {
      const driver = drive(region('a', box(50, 50, 60, 60), { order: 1 }));
      const before = documentOf(driver);
      for (const each of all) perform(driver, each);
      driver.editor.useTool('select');
      while (driver.editor.history.undo());
      expect(documentOf(driver)).toEqual(before);
    }),
    RUNS,
  );
});

it('brings a point of the image into the middle of the screen, and tells what is seen', () => {
  const { editor } = drive();
  editor.zoomBy(2, { x: 0, y: 0 });
  editor.lookAt({ x: 300, y: 200 });
  expect(editor.seen()).toEqual({ minX: 200, minY: 125, maxX: 400, maxY: 275 });
});

it('says what is begun and not drawn to its end, and with which tool it goes on', () => {
  const driver = driveWith({ skeletonOf: () => ({ joints: ['head', 'hip'], bones: [] }) });
  const { underWay } = driver.editor;
  expect(underWay.value).toBeUndefined();
  driver.press('b').click(10, 10);
  expect(underWay.value).toBe('box');
  driver.click(50, 50);
  expect(underWay.value).toBeUndefined();
  driver.press('p').click(10, 10).click(90, 10).press('v');
  expect(underWay.value).toBe('polygon');
  driver.press('p', 'Esc', 'n').click(10, 10).click(90, 10).press('b');
  expect(underWay.value).toBe('polyline');
  // What another tool has begun comes before it.
  expect(driver.pointerDown(20, 20).pointerMove(60, 60).editor.underWay.value).toBe('box');
  expect(driver.pointerUp().editor.underWay.value).toBe('polyline');
  driver.press('n', 'Enter', 's').click(10, 10).press('v');
  expect(underWay.value).toBe('skeleton');
  driver.press('s', 'Enter');
  expect(underWay.value).toBeUndefined();
});

it('takes back a gesture under way before it changes something from beside the image', () => {
  const driver = drive(region('a', box(200, 200, 50, 50)));
  const { editor } = driver;
  driver.press('b').click(10, 10).pointerMove(50, 50);
  editor.change('order', () => editor.store.update('region', 'a', (now) => ({ ...now, order: 7 })));
  expect(editor.history.isSettled.value).toBe(true);
  expect(driver.press('Esc').regions()).toMatchObject([{ id: 'a', order: 7 }]);
  expect(driver.press('Mod+z').regions()).toMatchObject([{ id: 'a', order: 1 }]);
  // A path is in no step before it is complete: it stays.
  driver.press('p').click(10, 10).click(90, 10);
  editor.change('order', () => editor.store.update('region', 'a', (now) => ({ ...now, order: 8 })));
  expect(driver.click(50, 90).press('Enter').regions()).toHaveLength(2);
});
