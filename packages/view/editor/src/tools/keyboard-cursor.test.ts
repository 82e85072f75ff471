import { describe, expect, it } from 'vitest';
import { relationsOf } from '../document/document.ts';
import { areaOfGeometry } from '../shapes/shapes.ts';
import { box, drive, driveWith, IMAGE, polygon, region } from '../testing/driver.ts';
import { discPicture } from '../testing/pictures.ts';

const times = (count: number, ...strokes: string[]) => Array.from({ length: count }, () => strokes).flat();
const cursor = (driver: ReturnType<typeof drive>) => {
  const record = driver.editor.store.get('cursor');
  return record?.type === 'cursor' ? record.point : undefined;
};

describe('the cursor that keys move', () => {
  it('begins in the middle of what is seen, and moves by steps of the screen and of the image', () => {
    const driver = drive().press('b', 'Right');
    expect(cursor(driver)).toEqual({ x: 200, y: 150 });
    driver.press('Right', 'Shift+Down', 'Mod+Left', 'Mod+Up');
    expect(cursor(driver)).toEqual({ x: 209, y: 229 });
    driver.editor.zoomBy(4, { x: 0, y: 0 });
    expect(cursor(driver.press('Left'))).toEqual({ x: 206.5, y: 229 });
  });

  it('stays in the image, and is followed by the camera', () => {
    const driver = drive().press('b', 'Right');
    driver.editor.zoomBy(4, { x: 200, y: 150 });
    driver.press(...times(60, 'Shift+Right'));
    expect(cursor(driver)).toEqual({ x: 400, y: 150 });
    const camera = driver.editor.store.get('camera');
    expect(camera).toMatchObject({ zoom: 4, y: 112.5 });
    // 24 pixels of the screen are left beside it.
    expect(camera).toMatchObject({ x: 400 - (400 - 24) / 4 });
  });

  it('goes when a pointer is used, and places nothing while it is nowhere', () => {
    const driver = drive().press('d');
    expect(driver.editor.press('Space')).toBe(false);
    driver.press('Right').pointerMove(10, 10);
    expect(cursor(driver)).toBeUndefined();
    expect(driver.press('Space').regions()).toEqual([]);
  });
});

describe('drawn by keys alone', () => {
  const drawn = (...strokes: string[]) =>
    drive()
      .press(...strokes)
      .regions()
      .map(({ geometry }) => geometry);

  it('boxes, ellipses and turned boxes: from corner to corner', () => {
    const corners = ['Right', 'Space', ...times(3, 'Right'), ...times(2, 'Down'), 'Space'];
    expect(drawn('b', ...corners)).toEqual([box(200, 150, 30, 20)]);
    expect(drawn('e', ...corners)).toMatchObject([{ kind: 'ellipse', cx: 215, cy: 160, rx: 15, ry: 10 }]);
    expect(drawn('r', ...corners)).toMatchObject([{ kind: 'rotated-box', cx: 215, width: 30, height: 20 }]);
  });

  it('points, lines and polygons, which Enter completes', () => {
    expect(drawn('d', 'Right', 'Enter')).toMatchObject([{ kind: 'point', x: 200, y: 150 }]);
    const way = ['Right', 'Space', 'Shift+Right', 'Space', 'Shift+Down', 'Space', 'Enter'];
    const points = [
      { x: 200, y: 150 },
      { x: 280, y: 150 },
      { x: 280, y: 230 },
    ];
    expect(drawn('p', ...way)).toEqual([{ kind: 'polygon', version: 1, points }]);
    expect(drawn('n', ...way)).toEqual([{ kind: 'polyline', version: 1, points }]);
  });

  it('masks, while it is held', () => {
    const driver = drive().press('m', 'Right', 'Shift+Space', ...times(8, 'Right'));
    expect(driver.editor.state.value).toBe('brush.stroke');
    driver.press('Shift+Space');
    expect(driver.editor.index.at({ x: 240, y: 150 }, 0)).toHaveLength(1);
    expect(driver.editor.index.at({ x: 300, y: 150 }, 0)).toHaveLength(0);
    expect(driver.editor.state.value).toBe('brush.idle');
  });

  it('relations, skeletons and cuts', () => {
    const driver = driveWith(
      { skeletonOf: () => ({ joints: ['head', 'hip'], bones: [] }) },
      region('a', polygon([190, 140], [230, 140], [230, 160], [190, 160])),
      region('b', box(270, 140, 40, 20), { order: 2 }),
    );
    driver.press('k', 'Right', 'Shift+Space', 'Shift+Right', 'Shift+Space');
    expect(relationsOf(driver.editor.store)).toMatchObject([{ from: 'a', to: 'b' }]);
    driver.press('c', ...times(7, 'Left'), 'Shift+Up', 'Space', ...times(2, 'Shift+Down'), 'Space');
    expect(driver.regions().filter(({ geometry }) => geometry.kind === 'polygon')).toHaveLength(2);
    driver.press('s', 'Space', 'Right', 'o', 'Space');
    expect(driver.regions().at(-1)!.geometry).toMatchObject({
      kind: 'skeleton',
      joints: [{ name: 'head', visibility: 'occluded' }, { name: 'hip' }],
    });
  });

  it('what is like a pixel, what follows an edge, and what is wiped away', () => {
    const disc = discPicture(IMAGE, { x: 200, y: 150, radius: 60 });
    const driver = driveWith({ pixelsAround: () => disc }).press('w', 'Right', 'Space', 'Enter');
    const [mask] = driver.regions();
    expect(areaOfGeometry(mask!.geometry)).toBeGreaterThan(10_000);
    driver.press('Shift+m', 'Shift+Space', ...times(5, 'Right'), 'Shift+Space');
    expect(areaOfGeometry(driver.geometry(mask!.id)!)).toBeLessThan(areaOfGeometry(mask!.geometry) - 500);
    driver.press('Shift+w', 'Right', 'Space', 'Shift+Left', 'Left', 'Left', 'Left', 'Left', 'Space');
    driver.press('Shift+Up', 'Space', 'Enter');
    expect(driver.regions().at(-1)!.geometry.kind).toBe('polygon');
  });

  it('corrected: a region is selected, a corner dragged, and what is held let go by Esc', () => {
    const driver = drive(region('a', box(190, 140, 20, 20))).press('Mod+Right', 'Space');
    expect(driver.selected()).toEqual(['a']);
    driver.press(
      ...times(10, 'Mod+Right', 'Mod+Down'),
      'Shift+Space',
      'Right',
      'Right',
      'Down',
      'Shift+Space',
    );
    expect(driver.geometry('a')).toEqual(box(190, 140, 40, 30));
    driver.press('Shift+Space', 'Right', 'Esc', 'Left');
    // Nothing is held any more: the arrow nudges nothing, for Esc let go of what was dragged and no more.
    expect(driver.geometry('a')).toEqual(box(189, 140, 40, 30));
    expect(driver.editor.state.value).toBe('select.idle');
  });
});
