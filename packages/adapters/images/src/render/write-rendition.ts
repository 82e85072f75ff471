import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Sharp } from 'sharp';
import type { Rendition } from '../picture.ts';

/** How the pixels of a rendition are kept. */
export type Keeping = 'every pixel' | 'close' | 'small';

/** Bytes of a picture. JPEG without thinned colours, because people look for edges; the same bytes for the same pixels. */
export const encode = (picture: Sharp, keeping: Keeping): Sharp =>
  keeping === 'every pixel'
    ? picture.png({ compressionLevel: 6, palette: false })
    : picture.jpeg({ quality: keeping === 'close' ? 92 : 80, chromaSubsampling: '4:4:4' });

export const mediaTypeOf = (keeping: Keeping): Rendition['mediaType'] =>
  keeping === 'every pixel' ? 'image/png' : 'image/jpeg';

/** Writes one rendition. */
export async function writeRendition(picture: Sharp, keeping: Keeping, path: string): Promise<Rendition> {
  const { data, info } = await encode(picture, keeping).toBuffer({ resolveWithObject: true });
  await writeFile(path, data);
  return {
    path,
    mediaType: mediaTypeOf(keeping),
    width: info.width,
    height: info.height,
    bytes: data.length,
    sha256: createHash('sha256').update(data).digest('hex'),
  };
}
