import type { Result } from '@assay/stats';
import type { Exposure } from '@assay/vision';

/** Measures of a picture, each defined in `@assay/vision`, taken on the upright picture at the size of its preview. */
export type PictureQuality = {
  /** Sizes on which they were taken. */
  width: number;
  height: number;
  laplacianVariance: Result<number>;
  blur: Result<number>;
  exposure: Result<Exposure>;
  /** Of a grey picture 0. */
  colourfulness: Result<number>;
  noise: Result<number>;
};
