/** One byte a sample, row by row from the top left. */
export type Samples = Uint8Array | Uint8ClampedArray;

/** A grey picture: `pixels` has width times height samples. */
export type GreyPicture = { readonly pixels: Samples; readonly width: number; readonly height: number };

/** An sRGB picture: `pixels` has red, green and blue of each pixel one behind another. */
export type RgbPicture = { readonly pixels: Samples; readonly width: number; readonly height: number };
