import { writeCoco } from './coco/write-coco.ts';
import { type ConformedDocument, conformDocument } from './convert/conform-document.ts';
import type { WriteReport } from './convert/write-tally.ts';
import { writeCvat } from './cvat/write-cvat.ts';
import { writeDatumaro } from './datumaro/write-datumaro.ts';
import { FORMAT_TABLE } from './format-table.ts';
import type { ImageDocument } from './image-document.ts';
import type { ImageLabelFormat } from './image-label-format.ts';
import type { WrittenFile } from './label-file.ts';
import { writeLabelStudio } from './label-studio/write-label-studio.ts';
import { writeVoc } from './voc/write-voc.ts';
import { writeYolo } from './yolo/write-yolo.ts';

const WRITERS: Readonly<
  Record<ImageLabelFormat, (document: ConformedDocument) => AsyncIterable<WrittenFile>>
> = {
  coco: writeCoco,
  'yolo-detect': writeYolo,
  'yolo-segment': writeYolo,
  'yolo-pose': writeYolo,
  'yolo-obb': writeYolo,
  voc: writeVoc,
  cvat: writeCvat,
  'label-studio': writeLabelStudio,
  datumaro: writeDatumaro,
};

/**
 * Writes labelled images: the same document gives the same bytes. Each file is to be taken to its end before the next
 * one. What the format cannot say is converted or dropped as the table says, and counted: the report is complete behind
 * the last file.
 */
export function writeImageLabels(
  format: ImageLabelFormat,
  document: ImageDocument,
): { files: AsyncIterable<WrittenFile>; report: () => WriteReport } {
  const conformed = conformDocument(document, FORMAT_TABLE[format]);
  return { files: WRITERS[format](conformed), report: conformed.report };
}
