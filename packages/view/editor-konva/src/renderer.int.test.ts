import type { Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askCanvas } from './testing/ask-canvas.ts';
import { openCanvas } from './testing/open-canvas.ts';

let page: Page;
let stop: () => Promise<void>;
const { sharp, camera, layers, onScreen, regions, boxOf, selected, coloursOfPicture, state } = askCanvas(
  () => page,
);

beforeAll(async () => {
  ({ page, stop } = await openCanvas({ hasTouch: true }));
});
afterAll(() => stop());

beforeEach(async () => {
  await page.mouse.move(1, 1);
  await page.evaluate(() => window.canvasPage.open({ regions: 100 }));
});

/** Keeps what the layer of what rests shows, to be compared with what it shows later. */
const keepResting = () =>
  page.evaluate(() => {
    const canvas = document.querySelectorAll('canvas')[1]!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    Reflect.set(window, 'kept', data);
  });

/** The most by which a channel of a pixel differs from what was kept, of 255. */
const apartFromKept = () =>
  page.evaluate(() => {
    const kept = Reflect.get(window, 'kept') as Uint8ClampedArray;
    const canvas = document.querySelectorAll('canvas')[1]!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((most, value, at) => Math.max(most, Math.abs(value - kept[at]!)), 0);
  });

describe('the renderer', () => {
  test('has four layers, however many regions there are', async () => {
    expect(await page.locator('canvas').count()).toBe(4);
    await page.evaluate(() => window.canvasPage.open({ regions: 5000 }));
    expect(await page.locator('canvas').count()).toBe(4);
    expect(await page.locator('#canvas *').count()).toBeLessThan(10);
  });

  test('draws the image and what rests on it, and nothing else at first', async () => {
    const [image, rests, active, overlay] = await layers();
    expect(active).toBe(overlay);
    expect(image).not.toBe(active);
    expect(rests).not.toBe(active);
    await page.evaluate(() => window.canvasPage.editor().run('select-all'));
    await sharp();
    const selected = await layers();
    expect(selected[0]).toBe(image);
    // Nothing rests now, and what is active shows it.
    expect(selected[1]).toBe(overlay);
    expect(selected[2]).not.toBe(active);
  });

  test('moves a region on the active layer alone while it is dragged', async () => {
    const before = await boxOf('region-0');
    const [x, y] = await onScreen(before!.x + before!.width / 2, before!.y + before!.height / 2);
    await page.mouse.click(x, y);
    await sharp();
    const [image, rests, active] = await layers();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 20, { steps: 4 });
    await sharp();
    const during = await layers();
    expect(during[0]).toBe(image);
    expect(during[1]).toBe(rests);
    expect(during[2]).not.toBe(active);
    await page.mouse.up();
    const { zoom } = await camera();
    const after = await boxOf('region-0');
    expect(after!.x).toBeCloseTo(before!.x + 30 / zoom, 3);
    expect(after!.y).toBeCloseTo(before!.y + 20 / zoom, 3);
  });

  test('shows the same after an undo as before', async () => {
    const before = await boxOf('region-0');
    const [x, y] = await onScreen(before!.x + 50, before!.y + 50);
    await keepResting();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 3 });
    await page.mouse.up();
    expect(await apartFromKept()).toBeGreaterThan(100);
    await page.evaluate(() => {
      window.canvasPage.editor().run('undo');
      window.canvasPage.editor().run('cancel');
    });
    await sharp();
    // Lines that are cut off at the edge of what is painted anew are rounded otherwise.
    expect(await apartFromKept()).toBeLessThan(16);
  });

  test('is panned by the middle button, and shows the same when it is back', async () => {
    const first = await layers();
    const before = await camera();
    const drag = async (from: [number, number], to: [number, number]) => {
      await page.mouse.move(...from);
      await page.mouse.down({ button: 'middle' });
      await page.mouse.move(...to, { steps: 5 });
      await page.mouse.up({ button: 'middle' });
      await sharp();
    };
    await drag([600, 300], [700, 350]);
    const after = await camera();
    expect(after.x).toBeCloseTo(before.x - 100 / before.zoom, 6);
    expect(after.y).toBeCloseTo(before.y - 50 / before.zoom, 6);
    expect((await layers())[1]).not.toBe(first[1]);
    await drag([700, 350], [600, 300]);
    await page.mouse.move(1, 1);
    await sharp();
    expect((await layers())[1]).toBe(first[1]);
  });

  test('is panned by the primary button while the space bar is held', async () => {
    const before = await camera();
    await page.getByRole('application', { name: 'Canvas' }).focus();
    await page.keyboard.down('Space');
    await page.mouse.move(600, 300);
    await page.mouse.down();
    await page.mouse.move(640, 320, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up('Space');
    await sharp();
    const after = await camera();
    expect((before.x - after.x) * before.zoom).toBeCloseTo(40, 5);
    expect((before.y - after.y) * before.zoom).toBeCloseTo(20, 5);
    expect(await page.evaluate(() => window.canvasPage.editor().state.peek())).toBe('select.idle');
  });

  test('asks for its own menu where the secondary button is pressed, and selects nothing by it', async () => {
    const box = await boxOf('region-0');
    const [x, y] = await onScreen(box!.x + 50, box!.y + 50);
    await page.mouse.click(x, y, { button: 'right' });
    const [menu, ...others] = await page.evaluate(() => window.canvasPage.menus());
    expect(menu!.x).toBe(Math.floor(x));
    expect(menu!.y).toBe(Math.floor(y));
    expect(others).toEqual([]);
    expect(await selected()).toEqual([]);
  });

  test('writes the label of what is pointed at, and nothing beside it', async () => {
    const box = await boxOf('region-0');
    const overlay = async () => (await layers())[3];
    const nothing = await overlay();
    await page.mouse.move(...(await onScreen(box!.x + 50, box!.y + 50)));
    await expect.poll(overlay).not.toBe(nothing);
    await page.mouse.move(1, 1);
    await expect.poll(overlay).toBe(nothing);
  });

  test('shows more regions selected than can be active, and moves them', async () => {
    await page.evaluate(() => window.canvasPage.open({ regions: 1000 }));
    const [, plain, active] = await layers();
    await page.evaluate(() => window.canvasPage.editor().run('select-all'));
    await sharp();
    const [, marked, stillNothing] = await layers();
    expect(marked).not.toBe(plain);
    expect(stillNothing).toBe(active);
    await page.evaluate(() => window.canvasPage.editor().run('nudge-far-right'));
    await sharp();
    expect((await layers())[1]).not.toBe(marked);
    await page.evaluate(() => window.canvasPage.editor().run('undo'));
    await sharp();
    await page.evaluate(() => window.canvasPage.editor().run('cancel'));
    await sharp();
    expect((await layers())[1]).toBe(plain);
  });

  test('shows a coarse picture until the tiles of a finer one have come', async () => {
    await page.evaluate(() => window.canvasPage.open({ tilesFrom: 3 }));
    await expect.poll(coloursOfPicture).toBeGreaterThan(100);
    const coarse = (await layers())[0];
    expect(await page.evaluate(() => window.canvasPage.renderer().isSharp())).toBe(false);
    await page.evaluate(() => window.canvasPage.letTiles());
    await sharp();
    expect((await layers())[0]).not.toBe(coarse);
    const fine = (await layers())[0];
    await page.evaluate(() => window.canvasPage.open({ tilesFrom: 0 }));
    expect((await layers())[0]).toBe(fine);
  });

  test('zooms to the cursor by the wheel', async () => {
    const before = await camera();
    const at = { x: before.x + 900 / before.zoom, y: before.y + 200 / before.zoom };
    await page.mouse.move(900, 200);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await camera()).zoom).toBeGreaterThan(before.zoom * 1.5);
    const after = await camera();
    expect(after.x + 900 / after.zoom).toBeCloseTo(at.x, 6);
    expect(after.y + 200 / after.zoom).toBeCloseTo(at.y, 6);
  });

  test('shows pixels as squares when they are large', async () => {
    await page.evaluate(() => {
      window.canvasPage.editor().store.put({ id: 'camera', type: 'camera', x: 1000, y: 1000, zoom: 16 });
    });
    await sharp();
    const colours = await page.evaluate(() => {
      const canvas = document.querySelector('canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(160, 160, 16, 16);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colours).toBe(1);
  });

  test('gives the picture another tone, and gives it back', async () => {
    const [plain] = await layers();
    await page.evaluate(() =>
      window.canvasPage.renderer().setView({ tone: { brightness: 0.3, contrast: 1, gamma: 1 } }),
    );
    await sharp();
    const pixel = () =>
      page.evaluate(() => [
        ...document.querySelector('canvas')!.getContext('2d')!.getImageData(700, 300, 1, 1).data,
      ]);
    const bright = await pixel();
    await page.evaluate(() =>
      window.canvasPage.renderer().setView({ tone: { brightness: 0, contrast: 1, gamma: 1 } }),
    );
    await sharp();
    const [red, green, blue] = await pixel();
    // Smoothing mixes values that are rounded before.
    for (const [at, value] of [red!, green!, blue!].entries()) {
      expect(Math.abs(bright[at]! - Math.min(255, value + 76.5))).toBeLessThanOrEqual(2);
    }
    expect((await layers())[0]).toBe(plain);
  });

  test('draws a box with the mouse', async () => {
    await page.evaluate(() => window.canvasPage.editor().useTool('box'));
    await page.mouse.move(500, 250);
    await page.mouse.down();
    await page.mouse.move(560, 300, { steps: 5 });
    await page.mouse.up();
    const { x, y, zoom } = await camera();
    const made = (await regions()).at(-1)!;
    expect(made.geometry.kind === 'box' && made.geometry).toMatchObject({
      x: expect.closeTo(x + 500 / zoom, 6),
      y: expect.closeTo(y + 250 / zoom, 6),
      width: expect.closeTo(60 / zoom, 6),
      height: expect.closeTo(50 / zoom, 6),
    });
  });

  test('draws a polygon with clicks, and completes it with a double click', async () => {
    await page.evaluate(() => window.canvasPage.editor().useTool('polygon'));
    await page.mouse.click(500, 250);
    await page.mouse.click(600, 250);
    await page.mouse.dblclick(560, 330);
    const made = (await regions()).at(-1)!;
    expect(made.geometry.kind === 'polygon' && made.geometry.points).toHaveLength(3);
  });

  test('takes back what is pressed when the system takes the pointer away', async () => {
    const before = await boxOf('region-0');
    const [x, y] = await onScreen(before!.x + 50, before!.y + 50);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 3 });
    await expect.poll(state).toBe('select.translating');
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLElement>('#canvas > div')!;
      for (let id = 0; id < 10; id += 1) if (canvas.hasPointerCapture(id)) canvas.releasePointerCapture(id);
    });
    await page.mouse.move(x + 41, y);
    await expect.poll(state).toBe('select.idle');
    expect(await boxOf('region-0')).toEqual(before);
    await page.mouse.up();
  });

  test('moves a region with a pen', async () => {
    const before = await boxOf('region-0');
    const [x, y] = await onScreen(before!.x + 50, before!.y + 50);
    const cdp = await page.context().newCDPSession(page);
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', toX: number) =>
      cdp.send('Input.dispatchMouseEvent', {
        type,
        x: toX,
        y,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
        pointerType: 'pen',
      });
    await pen('mousePressed', x);
    await pen('mouseMoved', x + 20);
    await pen('mouseMoved', x + 40);
    await pen('mouseReleased', x + 40);
    await expect.poll(async () => (await boxOf('region-0'))!.x).not.toBe(before!.x);
    expect((await boxOf('region-0'))!.x).toBeCloseTo(before!.x + 40 / (await camera()).zoom, 6);
  });

  test('pinches with two fingers: what lay below them still does', async () => {
    const before = await camera();
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: [number, number][]) =>
      cdp.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: places.map(([x, y], id) => ({ x, y, id })),
      });
    await touch('touchStart', [600, 300]);
    await touch('touchStart', [600, 300], [700, 300]);
    await touch('touchMove', [550, 300], [750, 300]);
    await touch('touchMove', [500, 300], [800, 300]);
    await touch('touchEnd');
    await expect.poll(async () => (await camera()).zoom / before.zoom).toBeCloseTo(3, 5);
    const after = await camera();
    expect(after.x + 500 / after.zoom).toBeCloseTo(before.x + 600 / before.zoom, 5);
    expect(after.x + 800 / after.zoom).toBeCloseTo(before.x + 700 / before.zoom, 5);
  });

  test('draws masks when they are decoded', async () => {
    await page.evaluate(() => window.canvasPage.open({ masks: 3 }));
    const seen = await page.evaluate(() => {
      const [, resting] = document.querySelectorAll('canvas');
      const { data } = resting!.getContext('2d')!.getImageData(0, 0, 1280, 720);
      return data.filter((value, at) => at % 4 === 3 && value > 0).length;
    });
    // Three rings of radii 280 and about 60, in an image of 1024 pixels that is 720 high on the screen, or less.
    expect(seen).toBeGreaterThan(60_000);
  });
});

describe('the place of the canvas', () => {
  test('a panel that is closed and opened again shows what it showed', async () => {
    await sharp();
    const before = await layers();
    const resize = async (width: number) => {
      await page.evaluate((to) => {
        document.querySelector<HTMLElement>('#canvas')!.style.width = `${to}px`;
      }, width);
      await expect.poll(() => page.evaluate(() => document.querySelector('canvas')!.width)).toBe(width);
    };
    await resize(0);
    await page.evaluate(() => window.canvasPage.editor().run('zoom-in'));
    await resize(1280);
    await page.evaluate(() => window.canvasPage.editor().run('zoom-fit'));
    await sharp();
    expect(await layers()).toEqual(before);
  });

  /** Where the layer of what rests shows anything, in pixels of the page. */
  const extent = () =>
    page.evaluate(() => {
      const canvas = document.querySelectorAll('canvas')[1]!;
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      let [left, right] = [width, 0];
      for (let at = 3; at < data.length; at += 4) {
        if (data[at] === 0) continue;
        const x = ((at - 3) / 4) % width;
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
      const ratio = width / 1280;
      return { width, left: left / ratio, right: right / ratio };
    });

  test('on a screen of finer pixels all is painted finer, at the same place', async () => {
    await sharp();
    const before = await extent();
    expect(before.width).toBe(1280);
    const cdp = await page.context().newCDPSession(page);
    const metrics = { width: 1280, height: 720, mobile: false };
    await cdp.send('Emulation.setDeviceMetricsOverride', { ...metrics, deviceScaleFactor: 2 });
    try {
      // Emulation tells nobody of it: the next frame finds out.
      await page.mouse.move(5, 5);
      await expect.poll(async () => (await extent()).width, { timeout: 10_000 }).toBe(2560);
      await sharp();
      const finer = await extent();
      expect(Math.abs(finer.left - before.left)).toBeLessThan(3);
      expect(Math.abs(finer.right - before.right)).toBeLessThan(3);
    } finally {
      await cdp.send('Emulation.setDeviceMetricsOverride', { ...metrics, deviceScaleFactor: 1 });
      await page.mouse.move(1, 1);
      await expect.poll(async () => (await extent()).width).toBe(1280);
    }
  });

  test('a canvas that goes in the middle of a drag leaves no half of it', async () => {
    const before = await boxOf('region-0');
    const [x, y] = await onScreen(before!.x + 50, before!.y + 50);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y);
    await expect.poll(async () => (await boxOf('region-0'))!.x).not.toBe(before!.x);
    await page.evaluate(() => window.canvasPage.renderer().destroy());
    expect(await boxOf('region-0')).toEqual(before);
    expect(await page.evaluate(() => window.canvasPage.editor().history.isSettled.peek())).toBe(true);
    await page.mouse.up();
  });
});

test('a region that cannot be painted costs only itself, and is told of once', async () => {
  const told: string[] = [];
  page.on('pageerror', (error) => told.push(error.message));
  await page.evaluate(() => {
    const { renderer } = window.canvasPage;
    renderer().setLooks((region) => {
      if (region.id === 'region-1') throw new Error('Its label is gone.');
      return { colour: 'teal', status: 'accepted', isOccluded: false, text: region.id, bones: [] };
    });
  });
  await sharp();
  const seen = await page.evaluate(() => {
    const { data } = document.querySelectorAll('canvas')[1]!.getContext('2d')!.getImageData(0, 0, 1280, 720);
    return data.filter((value, at) => at % 4 === 3 && value > 0).length;
  });
  expect(seen).toBeGreaterThan(1000);
  await page.evaluate(() => window.canvasPage.editor().run('zoom-in'));
  await sharp();
  expect(told).toEqual(['Its label is gone.']);
  page.removeAllListeners('pageerror');
});
