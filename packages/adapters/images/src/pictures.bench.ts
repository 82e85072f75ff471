import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { createPictureReader } from './index.ts';
import { waves } from './testing/make-pictures.ts';

/** One measured figure. */
export type PictureFigure = { name: string; value: number; unit: string };

const SIDE = 10_000;
const PATCH = 500;
/** A JPEG that is turned, because that needs both all of its coefficients and a second pass over its pixels. */
const FORMATS: readonly (readonly [name: string, write: (picture: Sharp) => Sharp])[] = [
  [
    'JPEG, progressive, turned',
    (picture) => picture.withMetadata({ orientation: 6 }).jpeg({ progressive: true }),
  ],
  ['PNG', (picture) => picture.png({ compressionLevel: 1 })],
  ['WebP', (picture) => picture.webp({ effort: 0 })],
  ['TIFF', (picture) => picture.tiff({ compression: 'lzw' })],
];

/** Measures how long 100 megapixels take in each format, from the file to its tiles, and the memory of the decoder. */
export async function picturesBench(): Promise<PictureFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-pictures-'));
  try {
    const figures: PictureFigure[] = [];
    for (const [name, write] of FORMATS) {
      const file = join(folder, 'large');
      await write(largePicture()).toFile(file);
      figures.push(...(await readFigures(name, file, folder)));
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** In a process of its own for each, whose peak is then of this picture alone. */
async function readFigures(name: string, file: string, workDir: string): Promise<PictureFigure[]> {
  const reader = createPictureReader();
  try {
    await reader.read({ file: await smallFile(workDir), workDir });
    const from = performance.now();
    const result = await reader.read({ file, workDir });
    const seconds = (performance.now() - from) / 1_000;
    if (!result.ok || result.pyramid === null) throw new Error(`The benchmark's ${name} was not read.`);
    const { size } = await stat(result.pyramid.path);
    return [
      { name: `100 megapixels, ${name}: read and cut into tiles`, value: seconds, unit: 's' },
      { name: `100 megapixels, ${name}: its tiles`, value: size / 1e6, unit: 'MB' },
      ...(await peakOf(reader.pid, name)),
    ];
  } finally {
    await reader.close();
  }
}

/** Peak memory of the decoder with the pictures that it maps, as Linux tells it. */
async function peakOf(pid: number | null, name: string): Promise<PictureFigure[]> {
  if (process.platform !== 'linux') return [];
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
  return [
    { name: `100 megapixels, ${name}: peak memory of the decoder`, value: kilobytes / 1_024, unit: 'MB' },
  ];
}

/** The first picture starts the process, which is not measured. */
async function smallFile(folder: string): Promise<string> {
  const file = join(folder, 'small.png');
  await sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } }).toFile(file);
  return file;
}

const largePicture = (): Sharp =>
  sharp(waves(PATCH, PATCH), { raw: { width: PATCH, height: PATCH, channels: 3 } }).resize(SIDE, SIDE, {
    kernel: 'nearest',
  });
