import { z } from 'zod';
import { boundedText } from './bounded-text.ts';

/** States of an import of pictures; transitions are in domain. */
export const imageImportStatus = z.enum(['READING', 'DONE', 'FAILED', 'CANCELLED', 'WITHDRAWN']);
export type ImageImportStatus = z.infer<typeof imageImportStatus>;

/** What pictures are: taken of the world, made by a program, or made from pictures of the world. */
export const imageOrigin = z.enum(['real', 'synthetic', 'augmented']);
export type ImageOrigin = z.infer<typeof imageOrigin>;

/** Where pictures are from, and by what right they are used, `assay.image-import` version 1. */
export const imageImportAbout = z
  .object({
    type: z.literal('assay.image-import').default('assay.image-import'),
    version: z.literal(1).default(1),
    origin: imageOrigin,
    /** What made or changed them; blank for pictures of the world. */
    generator: boundedText(200).default(''),
    /** Licence, contract or consent under which they may be used. */
    licence: boundedText(500).default(''),
    /** Who is to be named where they are shown. */
    attribution: boundedText(500).default(''),
    note: boundedText(2000).default(''),
  })
  .strict();
export type ImageImportAbout = z.infer<typeof imageImportAbout>;

/** Pictures that are read, told by their content. */
export const imageFormat = z.enum(['jpeg', 'png', 'webp', 'avif', 'tiff']);
export type ImageFormat = z.infer<typeof imageFormat>;

/** What became of a file: a new picture; one whose very content the project has already; what says how pictures were made; or none. */
export const imageOutcome = z.enum(['taken', 'twice', 'manifest', 'refused']);
export type ImageOutcome = z.infer<typeof imageOutcome>;

/** The most uploads of one import, and the most files in all of them. */
export const MOST_IMAGE_UPLOADS = 200;
export const MOST_IMAGE_FILES = 200_000;
/** The largest single picture, in bytes and in pixels. */
export const IMAGE_MAX_BYTES = 512 * 1024 ** 2;
export const IMAGE_MAX_PIXELS = 100_000_000;
/** The longest path of a file in an archive, in code points. */
export const MOST_IMAGE_PATH = 1000;

/** Something that one should know of a picture and that keeps it from nothing: a code, and what belongs to it. */
export const imageNotice = z
  .object({ code: z.string().max(64) })
  .catchall(z.union([z.string().max(500), z.number()]));
export type ImageNotice = z.infer<typeof imageNotice>;

/** What is measured of the pixels of a picture: definitions are in `@assay/vision`. */
export const imageMeasure = z.enum([
  'laplacianVariance',
  'blur',
  'brightness',
  'contrast',
  'blackShare',
  'whiteShare',
  'entropy',
  'colourfulness',
  'noise',
]);
export type ImageMeasure = z.infer<typeof imageMeasure>;

/** What is known of a picture besides its size, `assay.image-facts` version 1. */
export const imageFacts = z.object({
  type: z.literal('assay.image-facts'),
  version: z.literal(1),
  /** Of EXIF, 1 to 8; 1 where the file says none. */
  orientation: z.number().int().min(1).max(8),
  /** Bits of each sample. */
  bitDepth: z.number().int(),
  colourSpace: z.enum(['grey', 'rgb', 'cmyk', 'lab']),
  /** Samples of a pixel, alpha included. */
  channels: z.number().int(),
  alpha: z.boolean(),
  /** Description of its colour profile. */
  profile: z.string().max(200).nullable(),
  lossless: z.boolean(),
  /** When it was taken, as EXIF says: local time, with the offset if it has one. */
  takenAt: z.string().max(40).nullable(),
  notices: z.array(imageNotice).max(20),
  /** A measure that is undefined of the picture is left out. */
  measures: z.partialRecord(imageMeasure, z.number()),
});
export type ImageFacts = z.infer<typeof imageFacts>;

/**
 * Tiles of one picture in one file, `assay.image-pyramid` version 1. Level 0 is the whole picture, each further one is
 * half as large; tiles lie row by row, the last of a row or column may be smaller.
 */
export const imagePyramid = z.object({
  type: z.literal('assay.image-pyramid'),
  version: z.literal(1),
  /** Pixels on a side of a tile. */
  tileSize: z.number().int().min(1),
  levels: z.array(
    z.object({
      width: z.number().int().min(1),
      height: z.number().int().min(1),
      columns: z.number().int().min(1),
      rows: z.number().int().min(1),
      mediaType: z.enum(['image/jpeg', 'image/png']),
      /** Number of the level's first tile in `offsets`. */
      firstTile: z.number().int().min(0),
    }),
  ),
  /** Tile n is the bytes from `offsets[n]` up to, not with, `offsets[n + 1]`. */
  offsets: z.array(z.number().int().min(0)),
});
export type ImagePyramid = z.infer<typeof imagePyramid>;

/** What makes a picture stand out: among the pictures of its import, or of the project for `alike`. */
export const imageMark = z.enum(['blurred', 'dark', 'bright', 'flat', 'noisy', 'small', 'alike', 'place']);
export type ImageMark = z.infer<typeof imageMark>;

/** In which order pictures are listed. */
export const imageOrder = z.enum([
  'newest',
  'path',
  'blurred',
  'dark',
  'bright',
  'flat',
  'noisy',
  'smallest',
]);
export type ImageOrder = z.infer<typeof imageOrder>;
