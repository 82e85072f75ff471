import {
  colourDistances,
  gradientMagnitude,
  liveWireCosts,
  luminance,
  nearPairs,
  regionGrow,
  snapToEdge,
  startLiveWire,
} from './index.ts';
import type { RgbPicture } from './picture.ts';
import { drawnObject, OBJECTS, scatter } from './testing/objects.ts';
import { overlap, selectByLiveWire, selectByWand } from './testing/select-object.ts';

/** One measured figure. */
export type VisionFigure = { name: string; value: number; unit: string };

/** 4 megapixels. */
const [WIDTH, HEIGHT] = [2_450, 1_640];
const OBJECT = { x: 1_200, y: 800, wide: 900, high: 700 };
const TOLERANCES = 120;
/** So fast a hand goes around an object of that size, a frame at a time. */
const PIXELS_A_FRAME = 12;
const FRAMES_A_CLICK = 30;
const HASHES = 1_000_000;
const NEAR = 4;

/** Measures wand and live-wire on 4 megapixels and on 20 objects, and near duplicates among 1,000,000 hashes. */
export function visionBench(): VisionFigure[] {
  const picture = largePicture();
  return [...wandFigures(picture), ...liveWireFigures(picture), ...overlapFigures(), ...hashFigures()];
}

function wandFigures(picture: RgbPicture): VisionFigure[] {
  const { width, height } = picture;
  const seed = { x: OBJECT.x, y: OBJECT.y };
  const steepness = gradientMagnitude(luminance(picture));
  const [distances, compared] = timed(() => colourDistances({ ...picture, channels: 3 }, seed.x, seed.y));
  const updates = Array.from({ length: TOLERANCES }, (_, tolerance) => {
    const barrier = tolerance % 2 === 0 ? {} : { barrier: { steepness, limit: 40 } };
    const request = { distances, width, height, seed, tolerance, connectivity: 4 as const, ...barrier };
    return timed(() => regionGrow(request))[1];
  });
  return [
    { name: 'wand on 4 megapixels: colours compared after a click', value: compared, unit: 'ms' },
    ...quantiles('wand on 4 megapixels, per change of tolerance', updates),
  ];
}

/** Around the object: a click every thirty frames, a path to the cursor in each. */
function liveWireFigures(picture: RgbPicture): VisionFigure[] {
  const [costs, prepared] = timed(() => liveWireCosts(luminance(picture)));
  const length = Math.PI * (OBJECT.wide + OBJECT.high);
  const frames = Math.floor(length / PIXELS_A_FRAME);
  const cursor = (frame: number) => {
    const angle = (2 * Math.PI * frame) / frames;
    const shake = (what: number) => Math.round(6 * scatter(frame, what) - 3);
    const x = Math.round(OBJECT.x + OBJECT.wide * Math.cos(angle)) + shake(1);
    return { x, y: Math.round(OBJECT.y + OBJECT.high * Math.sin(angle)) + shake(2) };
  };
  let wire = startLiveWire(costs, cursor(0));
  const updates = Array.from({ length: frames }, (_, frame) => {
    const { x, y } = snapToEdge(costs, cursor(frame), 7);
    return timed(() => {
      if (frame % FRAMES_A_CLICK === 0) wire = startLiveWire(costs, { x, y });
      return wire.pathTo(x, y);
    })[1];
  });
  const across = timed(() => startLiveWire(costs, { x: OBJECT.x, y: OBJECT.y }).expand(2 ** 30))[1];
  return [
    { name: 'live-wire on 4 megapixels: costs, once a picture', value: prepared, unit: 'ms' },
    ...quantiles('live-wire on 4 megapixels, per movement', updates),
    { name: 'live-wire: all of its window of 1,025 x 1,025', value: across, unit: 'ms' },
  ];
}

function overlapFigures(): VisionFigure[] {
  const objects = Array.from({ length: OBJECTS }, (_, number) => drawnObject(number));
  const byWand = objects.map((object) => overlap(selectByWand(object), object.inside));
  const byWire = objects.map((object, number) => overlap(selectByLiveWire(object, number), object.inside));
  return [['wand', byWand] as const, ['live-wire', byWire] as const].flatMap(([tool, overlaps]) => [
    {
      name: `${tool} on 20 objects, at most 12 clicks: mean IoU`,
      value: overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length,
      unit: '',
    },
    { name: `${tool} on 20 objects, at most 12 clicks: least IoU`, value: Math.min(...overlaps), unit: '' },
  ]);
}

function hashFigures(): VisionFigure[] {
  const words = new Uint32Array(HASHES * 2);
  for (let word = 0; word < words.length; word += 1) words[word] = scatter(word, 1) * 2 ** 32;
  // every tenth picture is another one with up to four bits changed
  for (let hash = 1; hash < HASHES; hash += 10) {
    words[hash * 2] = words[hash * 2 - 2]! ^ (1 << (hash % 32));
    words[hash * 2 + 1] = words[hash * 2 - 1]! ^ ((hash % 8) << (hash % 29));
  }
  let pairs = 0;
  const [, time] = timed(() => nearPairs(words, NEAR, () => (pairs += 1)));
  if (pairs < HASHES / 10) throw new Error('The benchmark lost near duplicates.');
  return [{ name: 'near duplicates among 1,000,000 hashes, within 4 bits', value: time / 1_000, unit: 's' }];
}

/** An object with a wavy ground, both with noise. */
function largePicture(): RgbPicture {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    const inside = ((x - OBJECT.x) / OBJECT.wide) ** 2 + ((y - OBJECT.y) / OBJECT.high) ** 2 < 1;
    const wave = 10 * (Math.sin(x / 90) + Math.cos(y / 70));
    const grain = 9 * scatter(x, y);
    pixels[at * 3] = (inside ? 170 : 70) + wave + grain;
    pixels[at * 3 + 1] = (inside ? 120 : 90) + wave + grain;
    pixels[at * 3 + 2] = (inside ? 60 : 140) + grain;
  }
  return { pixels, width: WIDTH, height: HEIGHT };
}

/** What work gives, and the milliseconds it took. */
function timed<T>(work: () => T): [T, number] {
  const from = performance.now();
  const result = work();
  return [result, performance.now() - from];
}

function quantiles(name: string, times: readonly number[]): VisionFigure[] {
  const ordered = times.toSorted((a, b) => a - b);
  const at = (share: number) => ordered[Math.ceil(share * ordered.length) - 1]!;
  return [
    { name: `${name}, p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}, p95`, value: at(0.95), unit: 'ms' },
    { name: `${name}, longest`, value: at(1), unit: 'ms' },
  ];
}
