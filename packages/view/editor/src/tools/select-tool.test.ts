import type { Geometry } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { setRegionView } from '../document/document.ts';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import { box, drive, polygon, region } from '../testing/driver.ts';

const twoBoxes = () =>
  drive(
    region('a', box(10, 10, 40, 40), { order: 1 }),
    region('b', box(100, 100, 40, 40), { order: 2 }),
    region('c', box(200, 100, 40, 40), { order: 3, groupId: 'g' }),
    region('d', box(300, 100, 40, 40), { order: 4, groupId: 'g' }),
  );

describe('clicking', () => {
  it('selects one region, and nothing beside all of them', () => {
    const driver = twoBoxes().click(30, 30);
    expect(driver.selected()).toEqual(['a']);
    expect(driver.click(120, 120).selected()).toEqual(['b']);
    expect(driver.click(70, 70).selected()).toEqual([]);
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('with Shift adds and takes away, and leaves the selection where nothing is', () => {
    const driver = twoBoxes().click(30, 30).click(120, 120, { shift: true });
    expect(driver.selected()).toEqual(['a', 'b']);
    expect(driver.click(70, 70, { shift: true }).selected()).toEqual(['a', 'b']);
    expect(driver.click(30, 30, { shift: true }).selected()).toEqual(['b']);
  });

  it('selects all of a group, and one of several that were selected', () => {
    const driver = twoBoxes().click(220, 120);
    expect(driver.selected()).toEqual(['c', 'd']);
    expect(driver.click(30, 30, { shift: true }).selected()).toEqual(['a', 'c', 'd']);
    expect(driver.click(30, 30).selected()).toEqual(['a']);
  });

  it('reaches further with a finger than with a mouse', () => {
    const driver = twoBoxes();
    expect(driver.click(62, 30).selected()).toEqual([]);
    expect(driver.click(62, 30, { pointer: 'touch' }).selected()).toEqual(['a']);
  });

  it('reaches as far on the screen at every zoom', () => {
    const driver = twoBoxes();
    driver.editor.zoomBy(8, { x: 0, y: 0 });
    expect(driver.click(50 * 8 + 12, 30 * 8).selected()).toEqual([]);
    expect(driver.click(50 * 8 + 4, 30 * 8).selected()).toEqual(['a']);
  });

  it('a little shakily is still clicking', () => {
    const driver = twoBoxes().pointerDown(30, 30).pointerMove(32, 31).pointerUp();
    expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
    expect(driver.selected()).toEqual(['a']);
  });
});

describe('dragging a region', () => {
  it('moves it, as one step of the history', () => {
    const driver = twoBoxes().pointerDown(30, 30).pointerMove(40, 40).pointerMove(130, 60);
    expect(driver.editor.state.value).toBe('select.translating');
    expect(driver.geometry('a')).toEqual(box(110, 40, 40, 40));
    driver.pointerUp();
    expect(driver.editor.state.value).toBe('select.idle');
    expect(driver.selected()).toEqual(['a']);
    driver.press('Mod+z');
    expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
    expect(driver.press('Mod+Shift+z').geometry('a')).toEqual(box(110, 40, 40, 40));
    expect(driver.editor.history.canRedo.value).toBe(false);
  });

  it('moves all that is selected, and first selects what is not', () => {
    const driver = twoBoxes().click(30, 30).click(120, 120, { shift: true }).drag([30, 30], [35, 50]);
    expect([driver.geometry('a'), driver.geometry('b')]).toEqual([
      box(15, 30, 40, 40),
      box(105, 120, 40, 40),
    ]);
    driver.drag([220, 120], [230, 120]);
    expect(driver.selected()).toEqual(['c', 'd']);
    expect(driver.geometry('b')).toEqual(box(105, 120, 40, 40));
    expect(driver.geometry('d')).toEqual(box(310, 100, 40, 40));
  });

  it('is taken back by Esc, by undo, by another tool and when the pointer is lost', () => {
    for (const end of ['Esc', 'Mod+z', 'b', 'lost']) {
      const driver = twoBoxes().pointerDown(30, 30).pointerMove(130, 60);
      if (end === 'lost') driver.editor.pointerCancel();
      else driver.press(end);
      expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
      expect(driver.editor.state.value).toBe(end === 'b' ? 'box.idle' : 'select.idle');
      driver.pointerMove(200, 200).pointerUp();
      expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
      expect(driver.editor.history.canUndo.value).toBe(false);
    }
  });

  it('stays in the image, and on one axis with Shift', () => {
    const driver = twoBoxes().drag([30, 30], [-500, 900]);
    expect(driver.geometry('a')).toEqual(box(0, 260, 40, 40));
    driver.drag([120, 120], [150, 125], { shift: true });
    expect(driver.geometry('b')).toEqual(box(130, 100, 40, 40));
  });

  it('moves what is outside of the image freely', () => {
    const driver = drive(region('out', box(-20, -20, 60, 60))).drag([10, 10], [30, 20]);
    expect(driver.geometry('out')).toEqual(box(0, -10, 60, 60));
  });

  it('lets nothing further out of the image than it is, whatever sticks out with it', () => {
    const driver = drive(region('out', box(-20, 100, 60, 60)), region('in', box(350, 200, 40, 40)));
    driver.press('Mod+a').drag([360, 210], [300, 400]);
    expect(driver.geometry('out')).toEqual(box(-20, 160, 60, 60));
    expect(driver.geometry('in')).toEqual(box(350, 260, 40, 40));
    driver.drag([360, 270], [390, 270]);
    expect(driver.geometry('in')).toEqual(box(360, 260, 40, 40));
    expect(driver.geometry('out')).toEqual(box(-10, 160, 60, 60));
    driver.press('Left', 'Right', 'Up');
    expect(driver.geometry('in')).toEqual(box(360, 259, 40, 40));
  });

  it('that is locked moves nothing', () => {
    const driver = twoBoxes();
    setRegionView(driver.editor.store, ['a'], { locked: true });
    driver.drag([30, 30], [60, 60]);
    expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
    expect(driver.selected()).toEqual(['a']);
    driver.drag([50, 50], [90, 90]);
    expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
  });

  it('keeps what others changed of it meanwhile', () => {
    const driver = twoBoxes().pointerDown(30, 30).pointerMove(40, 40);
    const { store } = driver.editor;
    const label = { labelId: '0197a000-0000-7000-8000-000000000001', attributes: {} };
    store.transact(() => store.update('region', 'a', (now) => ({ ...now, label })), 'remote');
    driver.pointerMove(50, 50).pointerUp();
    expect(driver.region('a')).toMatchObject({ label, geometry: box(30, 30, 40, 40) });
    driver.press('Mod+z');
    expect(driver.region('a')).toMatchObject({ label, geometry: box(10, 10, 40, 40) });
  });

  it('that a listener stops leaves no step, and what could be redone', () => {
    const driver = twoBoxes().click(120, 120).press('Delete', 'Mod+z');
    const { editor } = driver;
    editor.store.listen(({ diff, origin }) => {
      if (origin === 'edit' && diff.updated.has('a')) editor.pointerCancel();
    });
    driver.drag([30, 30], [60, 60]);
    expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
    expect(editor.history.canUndo.value).toBe(false);
    expect(driver.press('Mod+Shift+z').region('b')).toBeUndefined();
  });

  it('that others remove meanwhile ends well', () => {
    const driver = twoBoxes().pointerDown(30, 30).pointerMove(40, 40);
    driver.editor.store.transact(() => driver.editor.store.remove('a'), 'remote');
    driver.pointerMove(50, 50).pointerUp().press('Mod+z');
    expect(driver.region('a')).toBeUndefined();
    expect(driver.editor.state.value).toBe('select.idle');
  });
});

describe('dragging a handle', () => {
  it('resizes, without a jump to the pointer', () => {
    const driver = twoBoxes().click(30, 30).drag([48, 52], [68, 62]);
    expect(driver.geometry('a')).toEqual(box(10, 10, 60, 50));
    expect(driver.editor.tool.value).toBe('select');
    expect(driver.press('Mod+z').geometry('a')).toEqual(box(10, 10, 40, 40));
  });

  it('keeps the ratio with Shift and the centre with Alt', () => {
    const shifted = twoBoxes().click(30, 30).drag([50, 50], [90, 60], { shift: true });
    expect(shifted.geometry('a')).toEqual(box(10, 10, 80, 80));
    const centred = twoBoxes().click(30, 30).drag([50, 30], [55, 30], { alt: true });
    expect(centred.geometry('a')).toEqual(box(5, 10, 50, 40));
  });

  it('leaves the middle of a small region to be moved', () => {
    const small = () => drive(region('s', box(100, 100, 8, 8))).click(104, 104);
    expect(small().drag([104, 104], [124, 104]).geometry('s')).toEqual(box(120, 100, 8, 8));
    expect(small().drag([107, 107], [127, 107]).geometry('s')).toEqual(box(100, 100, 28, 8));
    expect(small().drag([112, 108], [132, 108]).geometry('s')).toEqual(box(100, 100, 28, 8));
    const finger = { pointer: 'touch' as const };
    const large = drive(region('s', box(100, 100, 60, 60))).click(130, 130, finger);
    expect(large.drag([130, 116], [130, 96], finger).geometry('s')).toEqual(box(100, 80, 60, 60));
  });

  it('of a line without a height, or of joints, reaches as far as ever', () => {
    const points = [
      { x: 50, y: 50 },
      { x: 150, y: 50 },
    ];
    const line = drive(region('l', { kind: 'polyline', version: 1, points })).click(100, 50);
    line.drag([146, 52], [186, 52]);
    expect(line.geometry('l')).toMatchObject({ points: [points[0], { x: 190, y: 50 }] });
    const joints = points.map((point, at) => ({ name: `${at}`, ...point, visibility: 'visible' as const }));
    joints[1]!.y = 52;
    const body = drive(region('b', { kind: 'skeleton', version: 1, joints })).click(100, 51);
    body.drag([148, 51], [188, 51]);
    expect(body.geometry('b')).toMatchObject({ joints: [{ x: 50 }, { x: 190 }] });
  });

  it('goes no further than the image', () => {
    const driver = twoBoxes().click(30, 30).drag([10, 10], [-100, -100]);
    expect(driver.geometry('a')).toEqual(box(0, 0, 50, 50));
  });

  it('goes no further with a ratio or about a centre', () => {
    const close = (driver: ReturnType<typeof drive>, x: number, y: number, width: number, height: number) => {
      const geometry = driver.geometry('a') as Extract<Geometry, { kind: 'box' }>;
      for (const [key, value] of Object.entries({ x, y, width, height })) {
        expect(geometry[key as 'x' | 'y' | 'width' | 'height']).toBeCloseTo(value, 5);
      }
    };
    close(twoBoxes().click(30, 30).drag([50, 50], [390, 60], { shift: true }), 10, 10, 290, 290);
    close(twoBoxes().click(30, 30).drag([50, 30], [95, 30], { alt: true }), 0, 10, 60, 40);
  });

  it('of what is outside of the image does not jump into it', () => {
    const driver = drive(region('out', box(-20, 10, 60, 60)))
      .click(20, 20)
      .drag([-20, 40], [-14, 45]);
    expect(driver.geometry('out')).toEqual(box(-14, 10, 54, 60));
    expect(driver.drag([-14, 40], [-50, 40]).geometry('out')).toEqual(box(-14, 10, 54, 60));
  });

  it('turns no corner out of the image', () => {
    const flat = {
      kind: 'rotated-box',
      version: 1,
      cx: 100,
      cy: 25,
      width: 80,
      height: 20,
      rotation: 0,
    } as const;
    const turned = (held: { shift?: boolean }) => {
      const driver = drive(region('r', flat)).click(100, 25).drag([100, -9], [150, 25], held);
      const bounds = boundsOfGeometry(driver.geometry('r')!)!;
      expect(bounds.minY).toBeGreaterThanOrEqual(-1e-6);
      return { bounds, rotation: (driver.geometry('r') as typeof flat).rotation };
    };
    expect(turned({}).bounds.minY).toBeCloseTo(0, 5);
    expect(turned({ shift: true }).rotation).toBeCloseTo(Math.PI / 12, 9);
    const over = drive(region('r', flat)).click(100, 25).drag([100, -9], [100, 80]);
    expect(Math.abs((over.geometry('r') as typeof flat).rotation)).toBeCloseTo(Math.PI, 9);
  });

  it('moves a vertex, and makes one of the middle of an edge', () => {
    const driver = drive(region('p', polygon([10, 10], [110, 10], [110, 110])))
      .click(80, 30)
      .drag([110, 110], [120, 130])
      .drag([60, 10], [60, 5]);
    expect(driver.geometry('p')).toEqual(polygon([10, 10], [60, 5], [110, 10], [120, 130]));
    driver.press('Mod+z', 'Mod+z');
    expect(driver.geometry('p')).toEqual(polygon([10, 10], [110, 10], [110, 110]));
  });

  it('takes a vertex away by a click with Alt, as long as a polygon is left', () => {
    const driver = drive(region('p', polygon([10, 10], [110, 10], [110, 110], [10, 110])))
      .click(50, 50)
      .click(110, 110, { alt: true });
    expect(driver.geometry('p')).toEqual(polygon([10, 10], [110, 10], [10, 110]));
    driver.click(10, 10, { alt: true }).click(60, 10, { alt: true });
    expect(driver.geometry('p')).toEqual(polygon([10, 10], [110, 10], [10, 110]));
    driver.press('Mod+z');
    expect(driver.geometry('p')).toEqual(polygon([10, 10], [110, 10], [110, 110], [10, 110]));
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('turns about the centre, in steps of 15 degrees with Shift', () => {
    const turned = {
      kind: 'rotated-box',
      version: 1,
      cx: 100,
      cy: 100,
      width: 40,
      height: 20,
      rotation: 0,
    } as const;
    const driver = drive(region('r', turned)).click(100, 100).drag([100, 66], [134, 100]);
    expect(driver.geometry('r')).toMatchObject({ cx: 100, cy: 100, rotation: Math.PI / 2 });
    const stepped = drive(region('r', turned)).click(100, 100).drag([100, 66], [121, 73], { shift: true });
    expect(stepped.geometry('r')).toMatchObject({ rotation: (3 * Math.PI) / 12 });
  });

  it('is not offered for several regions at once', () => {
    const driver = twoBoxes().click(30, 30).click(120, 120, { shift: true }).drag([50, 50], [60, 60]);
    expect(driver.geometry('a')).toEqual(box(20, 20, 40, 40));
  });
});

describe('brushing', () => {
  it('selects what it meets while it is drawn, and leaves no brush behind', () => {
    const driver = twoBoxes().pointerDown(90, 90).pointerMove(95, 110);
    expect(driver.selected()).toEqual([]);
    driver.pointerMove(105, 110);
    expect(driver.editor.store.get('brush')).toMatchObject({
      bounds: { minX: 90, minY: 90, maxX: 105, maxY: 110 },
    });
    expect(driver.selected()).toEqual(['b']);
    driver.pointerUp(210, 110);
    expect(driver.selected()).toEqual(['b', 'c', 'd']);
    expect(driver.editor.store.get('brush')).toBeUndefined();
    expect(driver.editor.history.canUndo.value).toBe(false);
  });

  it('with Shift adds; Esc gives the selection back', () => {
    const driver = twoBoxes()
      .click(30, 30)
      .pointerDown(90, 90, { shift: true })
      .pointerMove(120, 120, { shift: true });
    expect(driver.selected()).toEqual(['a', 'b']);
    driver.press('Esc');
    expect(driver.selected()).toEqual(['a']);
    expect(driver.editor.store.get('brush')).toBeUndefined();
  });
});

it('ignores coordinates that are no numbers', () => {
  const driver = twoBoxes().click(30, 30).pointerDown(Number.NaN, 30).pointerMove(Infinity, 40).pointerUp();
  expect(driver.geometry('a')).toEqual(box(10, 10, 40, 40));
  expect(driver.selected()).toEqual(['a']);
});
