import {
  failureText,
  id,
  imageFacts,
  imageFormat,
  imageImportAbout,
  imageImportStatus,
  imageMade,
  imageMark,
  imageOutcome,
  jobStatus,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

const count = z.number().int();

/** Which pictures a list holds. */
export const imageFilter = {
  importId: id.optional(),
  /** Part of the path, or of what a manifest says of the picture. */
  search: z.string().max(200).optional(),
  mark: imageMark.optional(),
  format: imageFormat.optional(),
  /** Only those that look alike: what they share. */
  alike: id.optional(),
};

/** Which tiles there are: level 0 is the whole picture, each further one half as large. */
export const pyramidView = z.object({
  tileSize: count,
  levels: z.array(z.object({ width: count, height: count, columns: count, rows: count })),
});

/** An import of pictures as lists show it. */
export const imageImportItem = z.object({
  id,
  projectId: id,
  number: count,
  name: z.string(),
  about: imageImportAbout,
  status: imageImportStatus,
  failure: failureText.nullable(),
  /** Files so far: new pictures, pictures that the project had, and files that are not taken. */
  taken: count,
  twice: count,
  refused: count,
  bytes: z.number(),
  createdBy: personRef.nullable(),
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  withdrawnBy: personRef.nullable(),
  withdrawnAt: isoDate.nullable(),
  revision: count,
});

export const imageImportView = imageImportItem.extend({
  /** What was uploaded; `files` is null until it is read to its end. */
  uploads: z.array(z.object({ fileName: z.string(), bytes: z.number(), files: count.nullable() })),
  job: z.object({ id, status: jobStatus }).nullable(),
});

/** What became of one file of an import. */
export const imageItem = z.object({
  file: count,
  index: count,
  path: z.string(),
  bytes: z.number(),
  outcome: imageOutcome,
  /** Of one that was refused: why, in one word, and what people read. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  next: z.string().nullable(),
  imageId: id.nullable(),
});

/** A line of a manifest that is said of no picture, and why. */
export const manifestLine = z.object({
  file: count,
  index: count,
  line: count,
  /** The picture that it names; blank where it names none. */
  path: z.string(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  next: z.string().nullable(),
});

export const imageListItem = z.object({
  id,
  importId: id,
  path: z.string(),
  format: imageFormat,
  bytes: z.number(),
  width: count,
  height: count,
  marks: z.array(imageMark),
  /** What pictures share that look alike. */
  alike: id.nullable(),
});

export const imageView = imageListItem.omit({ importId: true }).extend({
  projectId: id,
  sha256: z.string(),
  facts: imageFacts,
  /** As a manifest in its import said; null where none did. */
  made: imageMade.nullable(),
  import: z.object({ id, number: count, name: z.string(), about: imageImportAbout }),
  pyramid: pyramidView.nullable(),
  /** Pictures before and after it, by path. */
  beside: z.object({ before: id.nullable(), after: id.nullable() }),
  createdAt: isoDate,
});
