import type { ImageEntry } from '../image-document.ts';

/** The folder of images that are in no split. */
const NO_SPLIT = 'none';

export const folderOfSplit = (split: string | null): string =>
  split === null ? NO_SPLIT : encodeURIComponent(split);

export function splitOfFolder(folder: string): string | null {
  if (folder === NO_SPLIT) return null;
  try {
    return decodeURIComponent(folder);
  } catch {
    return folder;
  }
}

/** Where a data set has a picture: `images/<split>/<path>`. */
export const yoloPicturePath = ({ split, path }: ImageEntry): string =>
  `images/${folderOfSplit(split)}/${path}`;

/** Where the labels of a picture are looked for: beside it, with the last folder `images` called `labels`. */
export function yoloLabelPath(picture: string): string {
  const parts = withoutEnding(picture).split('/');
  const at = parts.slice(0, -1).lastIndexOf('images');
  return `${parts.map((part, place) => (place === at ? 'labels' : part)).join('/')}.txt`;
}

/** Where the picture of a file of labels may be, without its ending: the likeliest place first. */
export function yoloPictureStems(labels: string): string[] {
  const parts = withoutEnding(labels).split('/');
  const swapped = parts.flatMap((part, at) =>
    part === 'labels' && at < parts.length - 1 ? [parts.with(at, 'images').join('/')] : [],
  );
  return [...swapped.reverse(), parts.join('/')];
}

export const withoutEnding = (path: string): string => path.replace(/\.[^./]*$/, '');

export const PICTURE = /\.(jpe?g|png|webp|avif|tiff?|bmp)$/i;

/** A list of pictures, as Darknet and CVAT have one of each split. */
export function isPictureList(text: string): boolean {
  const [first = ''] = text.trim().split(/\r?\n/, 1);
  return PICTURE.test(first.trim());
}
