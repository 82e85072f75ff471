import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import type { Header } from '../header/header.ts';
import type { PictureLimits } from '../limits.ts';
import type { PictureFacts, PictureNotice } from '../picture.ts';
import { damaged, Refused, unsupported } from '../refused.ts';
import { type Raster, writeRaster } from './raster.ts';
import { reduceBits } from './reduce-bits.ts';
import { turnUpright } from './turn-upright.ts';

/** A decoded picture: upright, sRGB or grey, 8 bits, without transparency. */
export type Decoded = {
  raster: Raster;
  metadata: Metadata;
  orientation: number;
  colourSpace: PictureFacts['colourSpace'];
  notices: PictureNotice[];
};

const SPACES: Readonly<Record<string, PictureFacts['colourSpace']>> = {
  'b-w': 'grey',
  grey16: 'grey',
  srgb: 'rgb',
  rgb16: 'rgb',
  rgb: 'rgb',
  cmyk: 'cmyk',
};
/** A JPEG decoder that loses the thread goes on with wrong pixels; stray bytes between two parts do no harm. */
const WRONG_PIXELS = /Corrupt JPEG data: (?!\d+ extraneous)/;

/**
 * Decodes into files: nowhere are all pixels of a large picture in memory, unless the format itself needs it.
 *
 * @throws Refused
 */
export async function decode(
  file: string,
  workDir: string,
  header: Header,
  limits: PictureLimits,
): Promise<Decoded> {
  const metadata = await sureOf(() => sharp(file, inputOf(limits, 'error')).metadata());
  const colourSpace = SPACES[metadata.space];
  if (colourSpace === undefined) throw unsupported(`A picture in the colour space "${metadata.space}"`);
  agreeOnSizes(header, metadata, limits);
  const wide = metadata.depth === 'ushort';
  if (!wide && metadata.depth !== 'uchar') throw unsupported(`A picture of samples "${metadata.depth}"`);
  const { raster: flat, notices } = await toRaster(file, workDir, { limits, colourSpace, wide, metadata });
  const { raster: narrow, notice } = await toEightBits(flat, workDir, metadata);
  const orientation = metadata.orientation ?? 1;
  const raster = await turnUpright(narrow, orientation, join(workDir, 'upright.v'));
  if (raster !== narrow) await rm(narrow.path);
  return { raster, metadata, orientation, colourSpace, notices: [...notices, ...notice] };
}

type FailOn = 'error' | 'warning';

const inputOf = (limits: PictureLimits, failOn: FailOn): SharpOptions => ({
  failOn,
  limitInputPixels: limits.pixels,
  sequentialRead: true,
});

type Plan = {
  limits: PictureLimits;
  colourSpace: PictureFacts['colourSpace'];
  wide: boolean;
  metadata: Metadata;
};

/** Decodes strictly; what the decoder merely remarks on is read once more, leniently, and becomes a notice. */
async function toRaster(
  file: string,
  workDir: string,
  plan: Plan,
): Promise<{ raster: Raster; notices: PictureNotice[] }> {
  const path = join(workDir, 'decoded.v');
  const run = (failOn: FailOn): Promise<Raster> =>
    writeRaster(pipelineOf(file, failOn, plan), path, plan.wide ? 2 : 1);
  try {
    return { raster: await run('warning'), notices: [] };
  } catch (error) {
    const warning = firstLine(error);
    if (WRONG_PIXELS.test(warning)) throw damaged(warning, error);
    return { raster: await sureOf(() => run('error')), notices: [{ code: 'decoder-warned', warning }] };
  }
}

function pipelineOf(file: string, failOn: FailOn, { limits, colourSpace, wide, metadata }: Plan): Sharp {
  const pipeline = sharp(file, inputOf(limits, failOn));
  const grey = colourSpace === 'grey';
  const flat = metadata.hasAlpha && !wide ? pipeline.flatten({ background: '#ffffff' }) : pipeline;
  return flat.toColourspace(wide ? (grey ? 'grey16' : 'rgb16') : grey ? 'b-w' : 'srgb');
}

async function toEightBits(
  raster: Raster,
  workDir: string,
  metadata: Metadata,
): Promise<{ raster: Raster; notice: PictureNotice[] }> {
  if (raster.sampleBytes === 1) return { raster, notice: [] };
  const reduced = await reduceBits(raster, join(workDir, 'reduced.v'));
  await rm(raster.path);
  const bits = metadata.bitsPerSample ?? 16;
  return { raster: reduced.raster, notice: [{ code: 'bits-reduced', bits, ...reduced.scale }] };
}

/** What the header said decided whether to decode at all, so the decoder must have read the same. */
function agreeOnSizes(header: Header, { width, height }: Metadata, limits: PictureLimits): void {
  const same = header.format === 'avif' || (header.width === width && header.height === height);
  if (same && width * height <= limits.pixels) return;
  throw damaged(`its header says ${header.width} x ${header.height} pixels, its pixels ${width} x ${height}`);
}

/** What the decoder throws is a file's fault, unless the disk is full. */
async function sureOf<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused || !(error instanceof Error)) throw error;
    if (/No space left|ENOSPC|unable to (write|open for write)/i.test(error.message)) throw error;
    throw damaged(firstLine(error), error);
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.trim();
