import type { Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askCanvas } from './testing/ask-canvas.ts';
import { openCanvas } from './testing/open-canvas.ts';

let page: Page;
let stop: () => Promise<void>;
const { camera, sharp, layers, onScreen, regions, boxOf, coloursOfPicture } = askCanvas(() => page);

beforeAll(async () => {
  ({ page, stop } = await openCanvas());
});
afterAll(() => stop());

beforeEach(async () => {
  await page.mouse.move(1, 1);
  await page.evaluate(() => window.canvasPage.open({ regions: 100 }));
});

describe('a canvas in an application', () => {
  test('leaves alone what else lies in its element, and can be left by Tab', async () => {
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Beside';
      button.style.cssText = 'position:absolute;left:600px;top:300px;width:80px;height:40px';
      button.onclick = () => button.setAttribute('data-clicked', 'true');
      document.querySelector('#canvas')!.append(button);
    });
    await page.evaluate(() => window.canvasPage.editor().useTool('point'));
    const button = page.getByRole('button', { name: 'Beside' });
    await button.click();
    expect(await button.getAttribute('data-clicked')).toBe('true');
    expect(await regions()).toHaveLength(100);
    await button.evaluate((node) => node.removeAttribute('data-clicked'));
    await page.getByRole('application', { name: 'Canvas' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await button.getAttribute('data-clicked')).toBe('true');
    await page.mouse.click(500, 200);
    await expect.poll(async () => (await regions()).length).toBe(101);
    await button.evaluate((node) => node.remove());
  });

  test('shows another picture on the same layers, and the first one again without loading it anew', async () => {
    const first = await layers();
    await page.evaluate(() => {
      for (const [at, canvas] of document.querySelectorAll('canvas').entries()) canvas.id = `layer-${at}`;
    });
    await page.evaluate(() => window.canvasPage.open({ regions: 3 }));
    expect((await layers())[1]).not.toBe(first[1]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('canvas')].map(({ id }) => id));
    expect(ids).toEqual(['layer-0', 'layer-1', 'layer-2', 'layer-3']);
    const second = await layers();
    const asked = await page.evaluate(() => window.canvasPage.tilesAsked());
    await page.evaluate(() => window.canvasPage.reopen());
    await sharp();
    expect(await layers()).toEqual(second);
    expect(await page.evaluate(() => window.canvasPage.tilesAsked())).toBe(asked);
  });

  test('has a minimap that shows the picture and what is seen of it, and leads there', async () => {
    await page.evaluate(() => window.canvasPage.addMinimap());
    const colours = () =>
      page.evaluate(() => {
        const { width, height } = document.querySelector<HTMLCanvasElement>('#minimap')!;
        const context = document.querySelector<HTMLCanvasElement>('#minimap')!.getContext('2d')!;
        return new Set(new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)).size;
      });
    await expect.poll(colours).toBeGreaterThan(100);
    await page.evaluate(() => {
      for (let step = 0; step < 8; step += 1) window.canvasPage.editor().run('zoom-in');
    });
    // The image is 4000 x 3000 pixels, a pixel of the minimap 20 of it.
    await page.mouse.move(50, 50);
    await page.mouse.down();
    await expect.poll(async () => Math.round((await camera()).x + 640 / (await camera()).zoom)).toBe(1000);
    await page.mouse.move(150, 75);
    await page.mouse.up();
    const { x, y, zoom } = await camera();
    expect([Math.round(x + 640 / zoom), Math.round(y + 360 / zoom)]).toEqual([3000, 1500]);
    expect(await regions()).toHaveLength(100);
    await page.evaluate(() => document.querySelector('#minimap')!.remove());
  });

  test('shows a grid and labels when they are asked for', async () => {
    const overlay = async () => (await layers())[3];
    const plain = await overlay();
    await page.evaluate(() => window.canvasPage.renderer().setView({ gridStep: 100 }));
    await sharp();
    const grid = await overlay();
    expect(grid).not.toBe(plain);
    await page.evaluate(() => window.canvasPage.renderer().setView({ gridStep: null, hasLabels: true }));
    await sharp();
    expect([plain, grid]).not.toContain(await overlay());
    await page.evaluate(() => window.canvasPage.renderer().setView({ hasLabels: false }));
    await sharp();
    expect(await overlay()).toBe(plain);
  });

  test('shows a sign at what is flagged, until that is taken back', async () => {
    const overlay = async () => (await layers())[3];
    const plain = await overlay();
    const flag = (remark: { text: string } | null) =>
      page.evaluate((said) => {
        const { store } = window.canvasPage.editor();
        store.update('region', 'region-0', (region) => ({ ...region, remark: said }));
      }, remark);
    await flag({ text: '' });
    await sharp();
    expect(await overlay()).not.toBe(plain);
    await flag(null);
    await sharp();
    expect(await overlay()).toBe(plain);
  });

  test('gives up a gesture when another picture is opened in its middle', async () => {
    const before = await boxOf('region-0');
    const [x, y] = await onScreen(before!.x + 50, before!.y + 50);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y);
    await expect.poll(async () => (await boxOf('region-0'))!.x).not.toBe(before!.x);
    await page.evaluate(() => window.canvasPage.reopen());
    expect(await boxOf('region-0')).toEqual(before);
    await page.mouse.move(x + 80, y);
    await page.mouse.up();
    await sharp();
    expect(await boxOf('region-0')).toEqual(before);
  });

  test('shows the picture when the network is back', async () => {
    await page.evaluate(() => window.canvasPage.setReachable(false));
    await page.evaluate(() => window.canvasPage.open({ regions: 3 }));
    await expect.poll(coloursOfPicture).toBe(1);
    await page.evaluate(() => {
      window.canvasPage.setReachable(true);
      dispatchEvent(new Event('online'));
    });
    await sharp();
    expect(await coloursOfPicture()).toBeGreaterThan(100);
  });

  test('paints all anew when the graphics card has lost it', async () => {
    await sharp();
    const before = await layers();
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas')) {
        canvas.getContext('2d')!.reset();
        canvas.dispatchEvent(new Event('contextrestored'));
      }
    });
    await expect.poll(layers).toEqual(before);
  });
});

describe('what a person has just done is seen in every frame:', () => {
  beforeEach(async () => {
    await page.evaluate(() => window.canvasPage.open({ regions: 0 }));
  });

  /** What of a place is seen in each of the frames that follow an act, on the layers above the image: 255 is opaque. */
  const framesAfter = (act: 'cancel' | 'release', [x, y]: [number, number]) =>
    page.evaluate(
      async ([command, left, top]) => {
        const opaque = () =>
          Math.max(
            ...[1, 2, 3].map((layer) => {
              const context = document.querySelectorAll('canvas')[layer]!.getContext('2d')!;
              return context.getImageData(left, top, 1, 1).data[3]!;
            }),
          );
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const { store, run } = window.canvasPage.editor();
        if (command === 'cancel') run('cancel');
        else while (store.get('stroke') !== undefined) await frame();
        const seen: number[] = [];
        for (let count = 0; count < 30; count += 1) {
          await frame();
          seen.push(opaque());
        }
        return seen;
      },
      [act, Math.round(x), Math.round(y)] as const,
    );

  test('a region that is not selected any more', async () => {
    await page.evaluate(() => {
      const editor = window.canvasPage.editor();
      const box = (id: string, order: number, at: { x: number; y: number }, side: number) => ({
        id,
        type: 'region' as const,
        geometry: { kind: 'box' as const, version: 1 as const, ...at, width: side, height: side },
        label: null,
        order,
        groupId: null,
      });
      // All of them are painted anew where the large one changes, and that takes long.
      const small = Array.from({ length: 600 }, (_, at) =>
        box(`small-${at}`, at, { x: 1000 + (at % 30) * 20, y: 1000 + Math.floor(at / 30) * 20 }, 15),
      );
      editor.store.put(...small, box('large', 1000, { x: 100, y: 100 }, 2500));
      window.canvasPage.renderer().setLooks(() => {
        const end = performance.now() + 0.2;
        while (performance.now() < end);
        return { colour: 'teal', status: 'accepted', isOccluded: false, text: '', bones: [] };
      });
      editor.store.put({ id: 'selection', type: 'selection', regionIds: new Set(['large']) });
    });
    await sharp();
    const seen = await framesAfter('cancel', await onScreen(100, 1300));
    expect(Math.min(...seen)).toBeGreaterThan(200);
  });

  test('a stroke that became a mask', async () => {
    await page.evaluate(() => {
      const editor = window.canvasPage.editor();
      editor.useTool('brush');
      editor.store.update('pen', 'pen', (pen) => ({ ...pen, radius: 150 }));
    });
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await page.mouse.move(700, 400, { steps: 5 });
    await expect
      .poll(() => page.evaluate(() => window.canvasPage.editor().store.get('stroke')?.type))
      .toBe('stroke');
    const seen = framesAfter('release', [550, 350]);
    await page.mouse.up();
    expect(Math.min(...(await seen))).toBeGreaterThan(30);
  });
});
