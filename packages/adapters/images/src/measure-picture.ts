import { defined, mapResult, type Result } from '@assay/stats';
import {
  blur,
  colourfulness,
  colourHistogram,
  exposure,
  type GreyPicture,
  gradientHistogram,
  laplacianVariance,
  luminance,
  noise,
  perceptualHash,
  powerSpectrum,
  type RgbPicture,
} from '@assay/vision';
import sharp from 'sharp';
import type { Raster } from './decode/raster.ts';
import { fromRaster } from './decode/turn-upright.ts';
import type { PictureFeatures } from './features.ts';
import { THUMBNAIL_SIDE } from './limits.ts';
import type { PictureFacts } from './picture.ts';
import type { PictureQuality } from './quality.ts';
import { fitInto } from './render/fit-into.ts';
import { greyKept } from './render/write-pyramid.ts';

const DIGITS = 1e6;

/** A picture as it is measured: grey alone where it has no colours. */
type Measured = { grey: GreyPicture; colours: RgbPicture | null };

/** Measures a picture at the size of its preview, so that figures of large and small pictures can be compared. */
export async function measurePicture(
  raster: Raster,
  { width, height }: { width: number; height: number },
): Promise<Pick<PictureFacts, 'perceptualHash' | 'quality' | 'features'>> {
  const resized = fromRaster(raster).resize({ width, height, fit: 'fill', kernel: 'linear' });
  const pixels = await greyKept(resized, raster).raw().toBuffer();
  const picture = { pixels, width, height };
  const measured =
    raster.channels === 1 ? { grey: picture, colours: null } : { grey: luminance(picture), colours: picture };
  const hash = perceptualHash(measured.grey);
  if (!hash.ok) throw new Error('A picture without pixels was measured.');
  return {
    perceptualHash: hash.value,
    quality: qualityOf(measured),
    features: await featuresOf(measured),
  };
}

function qualityOf({ grey, colours }: Measured): PictureQuality {
  return {
    width: grey.width,
    height: grey.height,
    laplacianVariance: laplacianVariance(grey),
    blur: blur(grey),
    exposure: exposure(grey),
    colourfulness: colours === null ? defined(0) : colourfulness(colours),
    noise: noise(grey),
  };
}

async function featuresOf({ grey, colours }: Measured): Promise<PictureFeatures> {
  return {
    colours: rounded(colourHistogram(await small(grey, colours))),
    gradients: rounded(gradientHistogram(grey)),
    frequencies: rounded(powerSpectrum(grey)),
  };
}

/** At the size of a thumbnail, always with three colours. */
async function small(grey: GreyPicture, colours: RgbPicture | null): Promise<RgbPicture> {
  const { pixels, width, height } = colours ?? grey;
  const size = fitInto(grey, THUMBNAIL_SIDE);
  const shown = await sharp(pixels, { raw: { width, height, channels: colours === null ? 1 : 3 } })
    .resize({ ...size, fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return { pixels: shown, ...size };
}

const rounded = (features: Result<Float64Array>): Result<number[]> =>
  mapResult(features, (values) => Array.from(values, (value) => Math.round(value * DIGITS) / DIGITS));
