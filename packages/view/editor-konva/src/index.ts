export { bitmapSource } from './image/bitmap-source.ts';
export {
  createImageSource,
  type ImageSource,
  type TileLoader,
  type TilePixels,
} from './image/image-source.ts';
export { createPixelReader, type PixelReader } from './image/pixel-reader.ts';
export { type ServedPicture, servedSource } from './image/served-source.ts';
export { NEUTRAL_TONE, type Tone } from './image/tone.ts';
export { createMinimap, type Minimap } from './minimap.ts';
export type { Opened, RendererView } from './open-picture.ts';
export type { LookOf, RegionLook } from './paint/region-look.ts';
export { createRenderer, type Renderer, type RendererSettings } from './renderer.ts';
