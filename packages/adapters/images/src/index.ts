export type { PictureFeatures } from './features.ts';
export { PICTURE_LIMITS, type PictureLimits } from './limits.ts';
export type {
  PictureFacts,
  PictureFormat,
  PictureNotice,
  PictureRead,
  PictureRefusal,
  PictureResult,
  Pyramid,
  PyramidIndex,
  PyramidLevel,
  RefusalCode,
  Rendition,
} from './picture.ts';
export {
  createPictureReader,
  type PictureReader,
  type PictureReaderOptions,
  type PictureRequest,
} from './picture-reader.ts';
export type { PictureQuality } from './quality.ts';
export { type TileRange, tileRange } from './tile-range.ts';
