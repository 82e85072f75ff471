import { damaged, unsupported } from '../refused.ts';
import type { Bytes } from './bytes.ts';
import type { Header } from './header.ts';
import { type TiffDirectory, tiffDirectory, tiffLayout } from './tiff-directory.ts';

export { isTiff } from './tiff-directory.ts';

const MOST_DIRECTORIES = 10_000;
const TAG = {
  kind: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  colours: 262,
  sampleFormat: 339,
  rawCamera: 50_706,
} as const;
const INTEGERS = 'integers';
/** Kinds of samples by their number; what is not told is taken as integers. */
const SAMPLES: Readonly<Record<number, string>> = {
  1: INTEGERS,
  2: 'signed integers',
  3: 'floating-point numbers',
  4: INTEGERS,
  5: 'complex integers',
  6: 'complex numbers',
};
/** CIE, ICC and ITU Lab, which the decoder does not read as integers. */
const LAB = [8, 9, 10];
/** A smaller version of another page, or its mask: no page. */
const NOT_A_PAGE = 0b101;
/** None, CCITT, LZW, Deflate (both numbers), PackBits, LZMA, Zstandard. */
const LOSSLESS = [1, 2, 3, 4, 5, 8, 32_946, 32_773, 34_925, 50_000];

/** Sizes of the first page, after all directories were counted: more than one page is no single picture. */
export async function tiffHeader(bytes: Bytes): Promise<Header> {
  const layout = await tiffLayout(bytes);
  const seen = new Set<number>();
  let first: TiffDirectory | null = null;
  let pages = 0;
  for (let at = layout.first; at !== 0; ) {
    if (seen.has(at) || seen.size >= MOST_DIRECTORIES) throw damaged('its directories run in a circle');
    seen.add(at);
    const directory = await tiffDirectory(bytes, layout, at);
    first ??= directory;
    if ((number(directory, TAG.kind, 0) & NOT_A_PAGE) === 0) pages += 1;
    at = directory.next;
  }
  if (first === null) throw damaged('it holds no picture');
  if (first.tags.has(TAG.rawCamera)) throw unsupported('A camera’s raw file (DNG)');
  if (pages > 1) throw unsupported(`A TIFF of ${pages} pages`);
  return headerOf(first, seen.size > 1);
}

function headerOf(page: TiffDirectory, further: boolean): Header {
  const bitDepth = number(page, TAG.bits, 1);
  const samples = SAMPLES[number(page, TAG.sampleFormat, 1)] ?? 'samples of an unknown kind';
  if (bitDepth > 16 || samples !== INTEGERS) throw unsupported(`A TIFF of ${bitDepth}-bit ${samples}`);
  if (LAB.includes(number(page, TAG.colours, 1))) throw unsupported('A TIFF of CIELAB colours');
  return {
    format: 'tiff',
    width: number(page, TAG.width, 0),
    height: number(page, TAG.height, 0),
    bitDepth,
    lossless: LOSSLESS.includes(number(page, TAG.compression, 1)),
    further,
  };
}

const number = ({ tags }: TiffDirectory, tag: number, otherwise: number): number =>
  tags.get(tag)?.[0] ?? otherwise;
