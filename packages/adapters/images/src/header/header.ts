import type { PictureFormat } from '../picture.ts';

/** What the file itself says, read without a decoder. Width and height are before any turning. */
export type Header = {
  format: PictureFormat;
  width: number;
  height: number;
  /** Bits of one sample; null where the header does not say it plainly. */
  bitDepth: number | null;
  lossless: boolean;
  /** It holds pictures besides the one that is read. */
  further: boolean;
};
