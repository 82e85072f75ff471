import { defined } from '@assay/stats';
import {
  blur,
  colourfulness,
  exposure,
  type GreyPicture,
  laplacianVariance,
  luminance,
  noise,
  perceptualHash,
} from '@assay/vision';
import type { Raster } from './decode/raster.ts';
import { fromRaster } from './decode/turn-upright.ts';
import type { PictureFacts } from './picture.ts';
import { greyKept } from './render/write-pyramid.ts';

/** Measures a picture at the size of its preview, so that figures of large and small pictures can be compared. */
export async function measurePicture(
  raster: Raster,
  { width, height }: { width: number; height: number },
): Promise<Pick<PictureFacts, 'perceptualHash' | 'quality'>> {
  const resized = fromRaster(raster).resize({ width, height, fit: 'fill', kernel: 'linear' });
  const pixels = await greyKept(resized, raster).raw().toBuffer();
  const picture = { pixels, width, height };
  const grey: GreyPicture = raster.channels === 1 ? picture : luminance(picture);
  const hash = perceptualHash(grey);
  if (!hash.ok) throw new Error('A picture without pixels was measured.');
  return {
    perceptualHash: hash.value,
    quality: {
      width,
      height,
      laplacianVariance: laplacianVariance(grey),
      blur: blur(grey),
      exposure: exposure(grey),
      colourfulness: raster.channels === 1 ? defined(0) : colourfulness(picture),
      noise: noise(grey),
    },
  };
}
