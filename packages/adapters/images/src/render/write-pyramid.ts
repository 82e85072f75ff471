import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Raster, writeRaster } from '../decode/raster.ts';
import { fromRaster } from '../decode/turn-upright.ts';
import { TILE_SIDE } from '../limits.ts';
import type { Pyramid, PyramidLevel } from '../picture.ts';
import { type LevelSize, pyramidLevels } from './pyramid-levels.ts';
import { encode, type Keeping, mediaTypeOf } from './write-rendition.ts';

/** Tiles that are encoded at the same time. */
const AT_ONCE = 4;
/**
 * Above it also a lossless picture has lossy tiles: noise of so many pixels would take more than 120 MB as PNG, and
 * whoever needs each value has the file itself.
 */
const MOST_LOSSLESS_PIXELS = 40_000_000;

/** Writes all tiles of a picture one behind another into one file. The raster is left as it is. */
export async function writePyramid(raster: Raster, lossless: boolean, workDir: string): Promise<Pyramid> {
  const path = join(workDir, 'pyramid.tiles');
  const out = await open(path, 'w');
  const hash = createHash('sha256');
  const offsets = [0];
  const levels: PyramidLevel[] = [];
  try {
    let source = raster;
    for (const [number, size] of pyramidLevels(raster.width, raster.height, TILE_SIDE).entries()) {
      source = number === 0 ? raster : await halved(source, size, number, workDir);
      const keeping: Keeping =
        number === 0 && lossless && size.width * size.height <= MOST_LOSSLESS_PIXELS
          ? 'every pixel'
          : 'close';
      levels.push({ ...size, mediaType: mediaTypeOf(keeping), firstTile: offsets.length - 1 });
      for await (const tile of tiles(source, size, keeping)) {
        await out.write(tile);
        hash.update(tile);
        offsets.push(offsets.at(-1)! + tile.length);
      }
    }
    if (source !== raster) await rm(source.path);
  } finally {
    await out.close();
  }
  const index = { version: 1 as const, tileSize: TILE_SIDE, levels, offsets };
  return { path, bytes: offsets.at(-1)!, sha256: hash.digest('hex'), index };
}

async function halved(from: Raster, size: LevelSize, number: number, workDir: string): Promise<Raster> {
  const { width, height } = size;
  const smaller = fromRaster(from).resize({ width, height, fit: 'fill', kernel: 'linear' });
  const level = await writeRaster(greyKept(smaller, from), join(workDir, `level-${number}.v`));
  if (number > 1) await rm(from.path);
  return level;
}

/** Without it libvips makes three equal colours of one grey. */
export const greyKept = (picture: ReturnType<typeof fromRaster>, { channels }: Raster): typeof picture =>
  channels === 1 ? picture.toColourspace('b-w') : picture;

/** A level's tiles, row by row, a few at the same time. */
async function* tiles(raster: Raster, size: LevelSize, keeping: Keeping): AsyncGenerator<Buffer> {
  const count = size.columns * size.rows;
  for (let first = 0; first < count; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - first);
    yield* await Promise.all(
      Array.from({ length }, (_, index) => {
        const left = ((first + index) % size.columns) * TILE_SIDE;
        const top = Math.floor((first + index) / size.columns) * TILE_SIDE;
        const width = Math.min(TILE_SIDE, raster.width - left);
        const height = Math.min(TILE_SIDE, raster.height - top);
        const part = fromRaster(raster).extract({ left, top, width, height });
        return encode(greyKept(part, raster), keeping).toBuffer();
      }),
    );
  }
}
