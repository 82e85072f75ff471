export { bitmapSource } from './image/bitmap-source.ts';
export { type ImageSource, levelsOf, TILE_SIZE, type TilePixels } from './image/image-source.ts';
export { NEUTRAL_TONE, type Tone } from './image/tone.ts';
export type { LookOf, RegionLook } from './paint/region-look.ts';
export { createRenderer, type Renderer, type RendererSettings, type RendererView } from './renderer.ts';
