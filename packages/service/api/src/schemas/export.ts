import {
  exportFileKind,
  exportStatus,
  failureText,
  id,
  pictureLabelFile,
  pictureLabelReport,
  rowsFormat,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate } from './common.ts';
import { releaseMark } from './release-mark.ts';

export const exportFile = z.object({
  kind: exportFileKind,
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  /** Of labels of pictures: what the format made of them. */
  report: pictureLabelReport.nullable(),
});

export const exportView = z.object({
  id,
  versionId: id,
  projectId: id,
  /** The release that it is of, as it stands today; null of a version's own. */
  release: releaseMark.nullable(),
  format: rowsFormat,
  leaveOutLost: z.boolean(),
  /** In which formats labels of pictures were asked for. */
  pictureLabels: z.array(pictureLabelFile),
  status: exportStatus,
  records: z.number().nullable(),
  failure: failureText.nullable(),
  createdBy: id,
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  job: z.object({ id, done: z.number(), total: z.number().nullable() }).nullable(),
  files: z.array(exportFile),
});

/** What a hash is known as: a file that left, or the root of a version. */
export const identifiedFile = z.object({
  as: z.enum(['file', 'root']),
  projectId: id,
  project: z.string(),
  versionId: id,
  number: z.number(),
  export: z
    .object({ id, kind: exportFileKind, name: z.string(), format: rowsFormat, at: isoDate })
    .nullable(),
  /** Releases of the version; of a file that left a release, that one. */
  releases: z.array(releaseMark),
});
