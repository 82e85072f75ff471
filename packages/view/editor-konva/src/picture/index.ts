export { bitmapSource } from '../image/bitmap-source.ts';
export type { ImageSource } from '../image/image-source.ts';
export { servedSource } from '../image/served-source.ts';
export { createPictureCanvas, type PictureCanvas } from './picture-canvas.ts';
