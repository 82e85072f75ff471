import type { PictureFeatures } from './features.ts';
import type { PictureQuality } from './quality.ts';

/** The formats that are read. Decided by what the file holds, never by its name. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff';

/** Why a file is no picture for us. */
export type RefusalCode =
  | 'empty'
  | 'not-an-image'
  | 'svg'
  | 'animated'
  | 'unsupported'
  | 'no-pixels'
  | 'too-many-pixels'
  | 'too-large-a-file'
  | 'damaged'
  | 'decoder-crashed'
  | 'took-too-long';

/** What was wrong with a file, and what helps. */
export type PictureRefusal = { ok: false; code: RefusalCode; message: string; next: string };

/** What a person should know of a picture that was taken. */
export type PictureNotice =
  /** The name ends like another format than the file holds. */
  | { code: 'looks-like'; format: PictureFormat; extension: string }
  /** Colours were converted to sRGB for viewing; the name is the profile's own description. */
  | { code: 'profile-converted'; profile: string }
  /** Printing colours were converted to sRGB for viewing. */
  | { code: 'cmyk-converted' }
  /**
   * Values of 16 bits were scaled linearly to 8 for viewing: `from` became black, `to` white. `full`: these are the
   * ends of the format's range. `used`: they are the least and the greatest value of the picture, because the full
   * range would have left fewer than 32 of 256 grey levels.
   */
  | {
      code: 'bits-reduced';
      bits: number;
      range: 'full' | 'used';
      from: number;
      to: number;
      least: number;
      greatest: number;
    }
  /** The picture was turned or mirrored as its EXIF orientation says. */
  | { code: 'turned'; orientation: number }
  /** Transparent parts were laid over white for viewing. */
  | { code: 'alpha-flattened' }
  /** The file says where it was taken. Renditions do not; the file itself still does. */
  | { code: 'place-found' }
  /** The file holds further pictures (a preview, the frames of a camera's multi-picture file) that are not read. */
  | { code: 'further-pictures' }
  /** The decoder complained, but could read every pixel. */
  | { code: 'decoder-warned'; warning: string };

/** What is known of a picture. Width and height are upright: after the EXIF orientation was applied. */
export type PictureFacts = {
  format: PictureFormat;
  bytes: number;
  /** Of the file as it is, in hexadecimal. */
  sha256: string;
  width: number;
  height: number;
  /** EXIF orientation that was found, 1 to 8; 1 where the file says nothing. */
  orientation: number;
  /** Bits of one sample in the file. */
  bitDepth: number;
  colourSpace: 'grey' | 'rgb' | 'cmyk';
  /** Samples of one pixel in the file, alpha included; a palette counts as what it stands for. */
  channels: number;
  alpha: boolean;
  /** Description of the embedded colour profile. */
  profile: string | null;
  pages: number;
  /** Whether the file keeps every pixel exactly. */
  lossless: boolean;
  /** When EXIF says that it was taken: local time as `2026-05-01T12:30:00`, with the offset if EXIF has one. */
  takenAt: string | null;
  /** Perceptual hash of 64 bits, 16 hexadecimal digits; definition: `perceptualHash` of `@assay/vision`. */
  perceptualHash: string;
  quality: PictureQuality;
  features: PictureFeatures;
  notices: PictureNotice[];
};

/** A smaller picture for viewing: sRGB, 8 bits, upright, without metadata. */
export type Rendition = {
  path: string;
  mediaType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
};

/** One level of a pyramid. Tiles lie row by row, from the left; the last of a row or column may be smaller. */
export type PyramidLevel = {
  width: number;
  height: number;
  columns: number;
  rows: number;
  mediaType: Rendition['mediaType'];
  /** Number of the level's first tile in `offsets`. */
  firstTile: number;
};

/** Where each tile lies in the pyramid's file. Level 0 is the whole picture; each further one is half as large. */
export type PyramidIndex = {
  version: 1;
  tileSize: number;
  levels: PyramidLevel[];
  /** Tile n is the bytes from `offsets[n]` up to, not with, `offsets[n + 1]`. */
  offsets: number[];
};

/** All tiles in one file. */
export type Pyramid = { path: string; bytes: number; sha256: string; index: PyramidIndex };

/** A picture that was taken. Its files lie in the work folder, and belong to whoever asked. */
export type PictureRead = {
  ok: true;
  facts: PictureFacts;
  thumbnail: Rendition;
  preview: Rendition;
  /** Only where the long side exceeds that of the preview. */
  pyramid: Pyramid | null;
};

export type PictureResult = PictureRead | PictureRefusal;
