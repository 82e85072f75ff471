import { openCanvas } from '@assay/editor-konva/testing';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

type Page = Awaited<ReturnType<typeof openCanvas>>['page'];

/** Gestures of each kind, and moves in each of them. */
const GESTURES = 20;
const MOVES = 45;
const OPENINGS = 10;
const UNDOS = 220;
const MASKS = 50;

/** The image editor in a browser: real pointers and wheels, frames as the browser gives them. */
export async function canvasBench(): Promise<Figure[]> {
  const { page, stop } = await openCanvas();
  try {
    return [
      ...(await gestureFigures(page, 10_000)),
      ...(await dragFigures(page, 10_000)),
      ...(await gestureFigures(page, 50_000)),
      ...(await openFigures(page, 5000)),
      ...(await undoFigures(page, 5000)),
      ...(await maskFigures(page)),
    ];
  } finally {
    await stop();
  }
}

const open = (page: Page, of: { regions?: number; masks?: number }) =>
  page.evaluate((asked) => window.canvasPage.open(asked), of);

async function gestureFigures(page: Page, regions: number): Promise<Figure[]> {
  await open(page, { regions });
  const pans = await gestures(page, async (at) => {
    const [right, down] = [at % 2 === 0 ? 1 : -1, at % 4 < 2 ? 1 : -1];
    await page.mouse.move(640, 360);
    await page.mouse.down({ button: 'middle' });
    for (let move = 1; move <= MOVES; move += 1) {
      await page.mouse.move(640 + right * move * 9, 360 + down * move * 4);
    }
    await page.mouse.up({ button: 'middle' });
  });
  const zooms = await gestures(page, async (at) => {
    await page.mouse.move(500, 300);
    for (let move = 0; move < MOVES; move += 1) await page.mouse.wheel(0, at % 2 === 0 ? -30 : 30);
  });
  return [
    ...gestureFiguresOf(`pan, ${regions} shapes`, pans),
    ...gestureFiguresOf(`zoom, ${regions} shapes`, zooms),
  ];
}

type Gestures = { frames: number[]; sharp: number[]; longestBlock: number };

/** Frames while gestures are made, and how long after each of them all is sharp. The first of them counts for nothing. */
async function gestures(page: Page, make: (at: number) => Promise<void>): Promise<Gestures> {
  const all: Gestures = { frames: [], sharp: [], longestBlock: 0 };
  for (let at = 0; at <= GESTURES; at += 1) {
    await page.evaluate(() => window.canvasPage.watch());
    await make(at);
    const { frames, longestBlock } = await page.evaluate(() => window.canvasPage.noted());
    const sharp = await page.evaluate(() => window.canvasPage.sharpened());
    if (frames.length < MOVES / 2) throw new Error(`Only ${frames.length} frames were seen in a gesture.`);
    if (at === 0) continue;
    all.frames.push(...frames);
    all.sharp.push(sharp);
    all.longestBlock = Math.max(all.longestBlock, longestBlock);
  }
  return all;
}

function gestureFiguresOf(name: string, { frames, sharp, longestBlock }: Gestures): Figure[] {
  const sorted = frames.toSorted((a, b) => a - b);
  return [
    { name: `${name}: frames a second, median`, value: 1000 / quantile(sorted, 0.5), unit: '/s' },
    { name: `${name}: frames a second, slowest 5%`, value: 1000 / quantile(sorted, 0.95), unit: '/s' },
    ...spread(`${name}: sharp after it`, sharp),
    { name: `${name}: longest block`, value: longestBlock, unit: 'ms' },
  ];
}

/** What our own work takes in each frame in which one region is dragged: the handler of moves, and what it draws. */
async function dragFigures(page: Page, regions: number): Promise<Figure[]> {
  await open(page, { regions });
  const at = await page.evaluate(() => {
    const editor = window.canvasPage.editor();
    const [camera, first] = [editor.store.get('camera'), editor.store.get('region-0')];
    if (camera?.type !== 'camera' || first?.type !== 'region' || first.geometry.kind !== 'box')
      return undefined;
    const { x, y, width, height } = first.geometry;
    return { x: (x + width / 2 - camera.x) * camera.zoom, y: (y + height / 2 - camera.y) * camera.zoom };
  });
  if (at === undefined) throw new Error('There is no box to be dragged.');
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 10, at.y + 10, { steps: 10 });
  await page.evaluate(() => window.canvasPage.watch());
  for (let move = 0; move < 300; move += 1) {
    await page.mouse.move(at.x + 10 + move * 2, at.y + 10 + (move % 200));
  }
  const { work } = await page.evaluate(() => window.canvasPage.noted());
  const state = await page.evaluate(() => window.canvasPage.editor().state.peek());
  await page.mouse.up();
  if (state !== 'select.translating') throw new Error(`Nothing was dragged: the state was ${state}.`);
  return spread(`drag one of ${regions} shapes: handler`, work);
}

async function openFigures(page: Page, regions: number): Promise<Figure[]> {
  const took: number[] = [];
  for (let at = 0; at <= OPENINGS; at += 1) took.push(await open(page, { regions }));
  return spread(`open ${regions} shapes until drawn`, took.slice(1));
}

async function undoFigures(page: Page, regions: number): Promise<Figure[]> {
  await open(page, { regions });
  const took = await page.evaluate((times) => window.canvasPage.undoMoves(times), UNDOS);
  return spread(`undo a move among ${regions} shapes`, took.slice(20));
}

async function maskFigures(page: Page): Promise<Figure[]> {
  const opened: number[] = [];
  let longest = 0;
  for (let at = 0; at <= 3; at += 1) {
    const took = await page.evaluate((masks) => window.canvasPage.openWatched({ masks }), MASKS);
    if (at === 0) continue;
    opened.push(took.took);
    longest = Math.max(longest, took.longestBlock);
  }
  const { took, longestBlock } = await page.evaluate((masks) => window.canvasPage.saveMasks(masks), MASKS);
  const name = `${MASKS} masks of 1024 x 1024`;
  return [
    ...spread(`open ${name} until drawn`, opened),
    { name: `open ${name}: longest block`, value: longest, unit: 'ms' },
    { name: `encode ${name}`, value: took, unit: 'ms' },
    { name: `encode ${name}: longest block`, value: longestBlock, unit: 'ms' },
  ];
}

function spread(name: string, times: readonly number[]): Figure[] {
  const sorted = times.toSorted((a, b) => a - b);
  return [
    { name: `${name}, p50`, value: quantile(sorted, 0.5), unit: 'ms' },
    { name: `${name}, p95`, value: quantile(sorted, 0.95), unit: 'ms' },
  ];
}
