import { imagePyramid } from '@assay/contracts';

/** Which tiles there are of a picture: where each lies in its file is the server's matter. Null where there are none. */
export function shownPyramid(stored: unknown) {
  const pyramid = imagePyramid.nullable().parse(stored ?? null);
  if (pyramid === null) return null;
  const { tileSize, levels } = pyramid;
  return {
    tileSize,
    levels: levels.map(({ width, height, columns, rows }) => ({ width, height, columns, rows })),
  };
}
