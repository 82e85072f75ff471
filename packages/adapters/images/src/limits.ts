/** How much of a picture is taken. */
export type PictureLimits = {
  /** Bytes of the file. */
  bytes: number;
  /** Width times height. */
  pixels: number;
  /** Pixels of the longer side. JPEG and libvips end a little above 65,500. */
  side: number;
};

/** What is taken where nothing else is said: 100 megapixels of four 16-bit samples fit into a gigabyte. */
export const PICTURE_LIMITS: PictureLimits = { bytes: 2 ** 30, pixels: 100_000_000, side: 65_500 };

/** Long side of a thumbnail, in pixels. */
export const THUMBNAIL_SIDE = 320;
/** Long side of a preview; a larger picture has a pyramid too. */
export const PREVIEW_SIDE = 2_048;
/** Side of a tile. */
export const TILE_SIDE = 512;
