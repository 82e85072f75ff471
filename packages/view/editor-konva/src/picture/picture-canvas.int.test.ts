import { createCanvas } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCanvas } from '../testing/open-canvas.ts';

let page: Page;
let stop: () => Promise<void>;
const asked: string[] = [];

/** Every picture and tile is of one colour: that of its place. */
const COLOURS: Readonly<Record<string, string>> = {
  preview: '#ff0000',
  'tile-1-0-0': '#00ff00',
  'tile-0-0-0': '#0000ff',
  'tile-0-1-0': '#ffff00',
};

beforeAll(async () => {
  ({ page, stop } = await openCanvas());
  await page.route('**/pictures/*', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1)!;
    asked.push(file);
    const colour = COLOURS[file];
    if (colour === undefined || asked.filter((each) => each === file).length === 1) return route.abort();
    const canvas = createCanvas(300, 200);
    const context = canvas.getContext('2d');
    context.fillStyle = colour;
    context.fillRect(0, 0, 300, 200);
    return route.fulfill({ contentType: 'image/png', body: canvas.toBuffer('image/png') });
  });
});
afterAll(() => stop());

const colourAt = (x: number, y: number) =>
  page.evaluate(
    ([left, top]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('#served')!;
      return [...canvas.getContext('2d')!.getImageData(left, top, 1, 1).data];
    },
    [x, y] as const,
  );

test('a small picture is asked for as a whole, again where it failed, and drawn as large as it is', async () => {
  await page.evaluate(() =>
    window.canvasPage.showServed({ size: { width: 300, height: 200 }, pyramid: null }),
  );
  expect(asked).toEqual(['preview', 'preview']);
  expect(await colourAt(1, 1)).toEqual([255, 0, 0, 255]);
  expect(await colourAt(398, 264)).toEqual([255, 0, 0, 255]);
  expect(await colourAt(200, 280)).toEqual([0, 0, 0, 0]);
  await page.evaluate(() => document.querySelector('#served')!.remove());
});

test('of a large one the tiles come that are needed', async () => {
  asked.length = 0;
  const levels = [{}, {}];
  await page.evaluate(
    (of) =>
      window.canvasPage.showServed({
        size: { width: 600, height: 200 },
        pyramid: { tileSize: 300, levels: of },
      }),
    levels,
  );
  expect(new Set(asked)).toEqual(new Set(['tile-1-0-0', 'tile-0-0-0', 'tile-0-1-0']));
  expect(await colourAt(100, 50)).toEqual([0, 0, 255, 255]);
  expect(await colourAt(300, 50)).toEqual([255, 255, 0, 255]);
});
