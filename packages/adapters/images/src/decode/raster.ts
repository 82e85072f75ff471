import { truncate } from 'node:fs/promises';
import type { Sharp } from 'sharp';

/**
 * Pixels in a file of libvips' own format: a head of 64 bytes, then samples row by row. It is mapped, not read, so that
 * parts of a large picture cost no memory.
 */
export type Raster = { path: string; width: number; height: number; channels: number; sampleBytes: 1 | 2 };

export const RASTER_HEAD = 64;

/** Runs a pipeline into a raster; `path` ends in `.v`. */
export async function writeRaster(pipeline: Sharp, path: string, sampleBytes: 1 | 2 = 1): Promise<Raster> {
  const { width, height, channels } = await pipeline.toFile(path);
  // Behind the pixels libvips notes how it read them, which would make later stages copy them into memory.
  await truncate(path, RASTER_HEAD + width * height * channels * sampleBytes);
  return { path, width, height, channels, sampleBytes };
}
