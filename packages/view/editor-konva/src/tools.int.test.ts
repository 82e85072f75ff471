import type { Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askCanvas } from './testing/ask-canvas.ts';
import { openCanvas } from './testing/open-canvas.ts';

let page: Page;
let stop: () => Promise<void>;
const { sharp, camera, layers, onScreen, regions } = askCanvas(() => page);

beforeAll(async () => {
  ({ page, stop } = await openCanvas());
});
afterAll(() => stop());

beforeEach(async () => {
  await page.mouse.move(1, 1);
  await page.evaluate(() => window.canvasPage.open({ regions: 0 }));
});

const use = (tool: 'skeleton' | 'slice' | 'wand' | 'live-wire' | 'polygon' | 'box') =>
  page.evaluate((id) => window.canvasPage.editor().useTool(id), tool);
const press = (...strokes: string[]) =>
  page.evaluate((all) => {
    for (const stroke of all) window.canvasPage.editor().press(stroke);
  }, strokes);
const kinds = async () => (await regions()).map(({ geometry }) => geometry.kind);
const overlay = async () => (await layers())[3];
/** Does the topmost layer show something else after an act? */
async function isShown(act: () => Promise<void>): Promise<boolean> {
  const before = await overlay();
  await act();
  await sharp();
  return (await overlay()) !== before;
}

describe('with a mouse', () => {
  test('joints of a skeleton are set and dragged', async () => {
    await use('skeleton');
    const draw = async () => {
      await page.mouse.click(500, 200);
      await page.mouse.click(520, 260);
      await page.mouse.move(540, 350);
    };
    expect(await isShown(draw)).toBe(true);
    await page.mouse.click(540, 350);
    expect(await kinds()).toEqual(['skeleton']);
    await press('v');
    await page.mouse.move(540, 350);
    await page.mouse.down();
    await page.mouse.move(600, 360, { steps: 3 });
    await page.mouse.up();
    const [{ geometry }] = (await regions()) as [Awaited<ReturnType<typeof regions>>[number]];
    const { x, zoom } = await camera();
    expect(geometry.kind === 'skeleton' && geometry.joints[2]!.x).toBeCloseTo(x + 600 / zoom, 3);
  });

  test('a polygon is cut along a line', async () => {
    await use('polygon');
    for (const [x, y] of [
      [400, 200],
      [700, 200],
      [700, 400],
      [400, 400],
      [400, 200],
    ] as const) {
      await page.mouse.click(x, y);
    }
    await press('v', 'Esc', 'c');
    await page.mouse.move(550, 150);
    await page.mouse.down();
    expect(await isShown(() => page.mouse.move(550, 450, { steps: 3 }))).toBe(true);
    await page.mouse.up();
    expect(await kinds()).toEqual(['polygon', 'polygon']);
    await press('j');
    expect(await kinds()).toEqual(['polygon']);
  });

  test('what is drawn snaps to its neighbour, and a guide says where', async () => {
    await use('box');
    await page.mouse.move(400, 200);
    await page.mouse.down();
    await page.mouse.move(500, 300, { steps: 3 });
    await page.mouse.up();
    await press('t');
    await page.mouse.move(504, 297);
    await page.mouse.down();
    await page.mouse.move(600, 400, { steps: 3 });
    await page.mouse.up();
    const [first, second] = (await regions()).map(({ geometry }) => geometry);
    if (first?.kind !== 'box' || second?.kind !== 'box') throw new Error('No boxes were drawn.');
    expect(second.x).toBe(first.x + first.width);
    expect(second.y).toBe(first.y + first.height);
  });

  test('the wand selects a block of the picture, and the wheel with Alt changes how much', async () => {
    await use('wand');
    await page.mouse.move(640, 360);
    const seeds = () =>
      page.evaluate(() => {
        const record = window.canvasPage.editor().store.get('wand');
        return record?.type === 'wand' ? record.seeds.map(({ tolerance }) => tolerance) : [];
      });
    // The pixels are fetched when the pointer comes near.
    await expect
      .poll(async () => {
        await page.mouse.click(640, 360);
        return (await seeds()).length;
      })
      .toBeGreaterThan(0);
    const [tolerance] = await seeds();
    const shown = await overlay();
    await page.keyboard.down('Alt');
    await page.mouse.wheel(0, 100);
    await page.keyboard.up('Alt');
    await expect.poll(async () => (await seeds()).at(-1)).toBe(tolerance! - 4);
    await sharp();
    expect(await overlay()).not.toBe(shown);
    await press('Enter');
    expect(await kinds()).toEqual(['mask']);
  });

  test('the live-wire draws a polygon along edges', async () => {
    await use('live-wire');
    await page.mouse.move(600, 300);
    await expect
      .poll(async () => {
        await page.mouse.click(600, 300);
        return page.evaluate(() => window.canvasPage.editor().store.get('wire')?.type);
      })
      .toBe('wire');
    expect(await isShown(() => page.mouse.move(700, 310))).toBe(true);
    await page.mouse.click(700, 300);
    await page.mouse.click(650, 400);
    await press('Enter');
    expect(await kinds()).toEqual(['polygon']);
  });
});

test('a box is drawn by keys alone, with a cursor that is seen', async () => {
  await page.getByRole('application', { name: 'Canvas' }).focus();
  await press('b');
  expect(await isShown(() => press('Right'))).toBe(true);
  await press('Space', 'Shift+Right', 'Shift+Down', 'Space');
  const [made] = await regions();
  const { zoom } = await camera();
  expect(made!.geometry).toMatchObject({ kind: 'box' });
  expect(made!.geometry.kind === 'box' && made!.geometry.width).toBeCloseTo(80 / zoom, 6);
  const [x, y] = made!.geometry.kind === 'box' ? [made!.geometry.x, made!.geometry.y] : [0, 0];
  // Begun in the middle of the screen.
  const [left, top] = await onScreen(x, y);
  expect([Math.round(left), Math.round(top)]).toEqual([640, 360]);
});

describe('a press', () => {
  test('is not left for a menu in the middle of a stroke', async () => {
    await page.evaluate(() => window.canvasPage.editor().useTool('brush'));
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await page.mouse.move(500, 300, { steps: 3 });
    await page.mouse.down({ button: 'right' });
    await page.mouse.up({ button: 'right' });
    await page.mouse.move(600, 300, { steps: 3 });
    await page.mouse.up();
    expect(await page.evaluate(() => window.canvasPage.menus())).toEqual([]);
    expect(await kinds()).toEqual(['mask']);
  });

  /** How often the document or the session was written for 40 moves between two frames. */
  const writesOfMoves = async (tool: 'box' | 'brush') => {
    await page.evaluate((id) => window.canvasPage.editor().useTool(id), tool);
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await page.mouse.move(420, 320);
    await sharp();
    const writes = await page.evaluate(async () => {
      const element = window.canvasPage.renderer().element;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      let count = 0;
      const stop = window.canvasPage.editor().store.listen(() => {
        count += 1;
      });
      for (let move = 0; move < 40; move += 1) {
        const at = { clientX: 420 + move * 3, clientY: 320 + move };
        element.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerId: 1, buttons: 1 }));
      }
      await window.canvasPage.sharp();
      stop();
      return count;
    });
    await page.mouse.up();
    return writes;
  };

  test('moves a shape once a frame, and a brush along all of its way', async () => {
    expect(await writesOfMoves('box')).toBe(1);
    expect(await writesOfMoves('brush')).toBe(40);
  });
});
