import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Geometry } from '@assay/contracts';
import { rleOfRings, rleToString } from '@assay/geometry';
import { type ImageDocument, type LabelledImage, plainRegion } from './images/image-document.ts';
import { readImageLabels } from './images/read-image-labels.ts';
import { writeImageLabels } from './images/write-image-labels.ts';

/** One measured figure. */
export type FormatsFigure = { name: string; value: number; unit: string };

const IMAGES = 100_000;
const REGIONS = 10;
const LABELS = 20;
const [WIDTH, HEIGHT] = [640, 480];
const NAME = 'COCO of 100,000 images with 1,000,000 regions';

/** Writes labelled images as COCO to a file on disk, and reads that file again. */
export async function formatsBench(): Promise<FormatsFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  try {
    const file = join(folder, 'instances.json');
    const wrote = await timed(async () => {
      const { files, report } = writeImageLabels('coco', manyImages());
      for await (const { chunks } of files) await pipeline(Readable.from(chunks), createWriteStream(file));
      return report();
    });
    if (wrote.result.regions !== IMAGES * REGIONS) throw new Error(JSON.stringify(wrote.result));
    const peak = peakMb();
    const { size } = await stat(file);
    const counted = await timed(() => countEvents(file, size));
    if (counted.result.region !== IMAGES * REGIONS || counted.result.problem !== undefined)
      throw new Error(`It was read otherwise than it was written: ${JSON.stringify(counted.result)}`);
    return [
      { name: `${NAME}: export`, value: wrote.seconds, unit: 's' },
      { name: `${NAME}: export, peak memory`, value: peak, unit: 'MB' },
      { name: `${NAME}: the file`, value: size / 1e6, unit: 'MB' },
      { name: `${NAME}: import`, value: counted.seconds, unit: 's' },
      { name: `${NAME}: export and import, peak memory`, value: peakMb(), unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function countEvents(file: string, size: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const source = { path: 'instances.json', size, chunks: () => createReadStream(file) };
  for await (const { kind } of readImageLabels('coco', [source])) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

/** Kilobytes. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1000;

/** Made as they are asked for: boxes, polygons of 20 points, and each tenth a mask. */
function manyImages(): ImageDocument {
  const labels = Array.from({ length: LABELS }, (_, at) => ({
    name: `label ${at}`,
    colour: null,
    parent: null,
    attributes: [],
    skeleton: null,
  }));
  const masks = Array.from({ length: LABELS }, (_, at) => maskOf(at));
  return {
    labels,
    splits: [null],
    images: async function* () {
      for (let at = 0; at < IMAGES; at += 1) yield imageOf(at, masks);
    },
  };
}

function imageOf(at: number, masks: readonly Geometry[]): LabelledImage {
  const regions = Array.from({ length: REGIONS }, (_, place) => {
    const number = at * REGIONS + place;
    const geometry =
      place === 0 ? masks[at % masks.length]! : place % 2 === 0 ? boxOf(number) : polygonOf(number);
    return plainRegion(`region ${number}`, geometry, `label ${number % LABELS}`, place);
  });
  const path = `images/${at}.jpg`;
  const entry = { path, width: WIDTH, height: HEIGHT, split: null, attributes: {} };
  return { ...entry, regions, relations: [], comments: [] };
}

/** A place that differs from region to region, with as many digits as measured ones have. */
const scatter = (number: number, step: number, most: number): number => ((number * step) % 1) * most;

const boxOf = (number: number): Geometry => ({
  kind: 'box',
  version: 1,
  x: scatter(number, 0.754877666, 500),
  y: scatter(number, 0.569840291, 340),
  width: 1 + scatter(number, 0.618033989, 100),
  height: 1 + scatter(number, 0.414213562, 100),
});

function polygonOf(number: number): Geometry {
  const [x, y] = [60 + scatter(number, 0.754877666, 500), 60 + scatter(number, 0.569840291, 340)];
  const points = Array.from({ length: 20 }, (_, at) => {
    const angle = (2 * Math.PI * at) / 20;
    return { x: x + 50 * Math.cos(angle), y: y + 50 * Math.sin(angle) };
  });
  return { kind: 'polygon', version: 1, points };
}

function maskOf(number: number): Geometry {
  const polygon = polygonOf(number);
  const points = polygon.kind === 'polygon' ? polygon.points : [];
  const counts = rleToString(rleOfRings([points], WIDTH, HEIGHT));
  return { kind: 'mask', version: 1, width: WIDTH, height: HEIGHT, counts };
}
