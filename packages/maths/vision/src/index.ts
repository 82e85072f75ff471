export { luminance } from './luminance.ts';
export type { GreyPicture, RgbPicture, Samples } from './picture.ts';
export { blur } from './quality/blur.ts';
export { colourfulness } from './quality/colourfulness.ts';
export { type Exposure, exposure } from './quality/exposure.ts';
export { laplacianVariance } from './quality/laplacian-variance.ts';
export { noise } from './quality/noise.ts';
export { perceptualHash } from './similarity/perceptual-hash.ts';
