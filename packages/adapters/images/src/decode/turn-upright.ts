import sharp, { type Sharp } from 'sharp';
import { type Raster, writeRaster } from './raster.ts';

/** What each EXIF orientation asks for (CIPA DC-008, tag 274). Mirroring comes before turning. */
const TURNS: Readonly<Record<number, (picture: Sharp) => Sharp>> = {
  2: (picture) => picture.flop(),
  3: (picture) => picture.rotate(180),
  4: (picture) => picture.flip(),
  5: (picture) => picture.flip().rotate(90),
  6: (picture) => picture.rotate(90),
  7: (picture) => picture.flop().rotate(90),
  8: (picture) => picture.rotate(270),
};

/** The raster as the camera's holder saw it. */
export async function turnUpright(raster: Raster, orientation: number, path: string): Promise<Raster> {
  const turn = TURNS[orientation];
  return turn === undefined ? raster : writeRaster(turn(fromRaster(raster)), path);
}

/** A pipeline that reads any part of a raster. */
export const fromRaster = ({ path }: Raster): Sharp =>
  sharp(path, { sequentialRead: false, limitInputPixels: false });
