import type { Result } from '@assay/stats';

/**
 * What sets of pictures are compared by, each a list of shares to six digits, defined and named in `@assay/vision`.
 * Frequencies and gradients are taken at the size of the preview, before it is compressed; colours at that of the
 * thumbnail.
 */
export type PictureFeatures = {
  /** `colourHistogram`, COLOUR_NAMES. */
  colours: Result<number[]>;
  /** `gradientHistogram`, GRADIENT_NAMES. */
  gradients: Result<number[]>;
  /** `powerSpectrum`, FREQUENCY_NAMES. */
  frequencies: Result<number[]>;
};
