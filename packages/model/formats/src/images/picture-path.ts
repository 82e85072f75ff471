import type { ImageEntry } from './image-document.ts';
import type { ImageLabelFormat } from './image-label-format.ts';
import { yoloPicturePath } from './yolo/yolo-layout.ts';

/** Where an archive has a picture beside its labels, so that tools of the format find it. */
export function picturePathIn(format: ImageLabelFormat, image: ImageEntry): string {
  if (format.startsWith('yolo-')) return yoloPicturePath(image);
  if (format === 'voc') return `JPEGImages/${image.path}`;
  return `images/${image.path}`;
}
