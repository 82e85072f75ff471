import { setImmediate as breathe } from 'node:timers/promises';
import { createReading, type Reading } from './check/reading.ts';
import { readCoco } from './coco/read-coco.ts';
import { readCvat } from './cvat/read-cvat.ts';
import { readDatumaro } from './datumaro/read-datumaro.ts';
import type { ImageLabelFormat } from './image-label-format.ts';
import type { LabelEvent } from './label-event.ts';
import type { LabelFile, ReadOptions } from './label-file.ts';
import { readLabelStudio } from './label-studio/read-label-studio.ts';
import { readVoc } from './voc/read-voc.ts';
import { readYolo } from './yolo/read-yolo.ts';

type Reader = (
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
) => AsyncIterable<LabelEvent[]>;

const READERS: Readonly<Record<ImageLabelFormat, Reader>> = {
  coco: readCoco,
  'yolo-detect': (...given) => readYolo('yolo-detect', ...given),
  'yolo-segment': (...given) => readYolo('yolo-segment', ...given),
  'yolo-pose': (...given) => readYolo('yolo-pose', ...given),
  'yolo-obb': (...given) => readYolo('yolo-obb', ...given),
  voc: readVoc,
  cvat: readCvat,
  'label-studio': readLabelStudio,
  datumaro: readDatumaro,
};

/** Milliseconds after which other work has its turn. */
const TURN = 20;

/**
 * Reads labelled images. Nothing in a file stops it: what cannot be taken is a problem with its place and its outcome,
 * and the rest goes on. Files are read in the order of their paths, in memory that does not grow with the regions in
 * them; what is kept is a record for each image and an id for each region. Other work has its turn meanwhile.
 *
 * @throws what reading a file throws, and nothing else
 */
export async function* readImageLabels(
  format: ImageLabelFormat,
  files: AsyncIterable<LabelFile> | Iterable<LabelFile>,
  options: ReadOptions = {},
): AsyncGenerator<LabelEvent> {
  const all: LabelFile[] = [];
  for await (const file of files) all.push(file);
  all.sort((a, b) => (a.path < b.path ? -1 : 1));
  const reading = createReading(all.reduce((sum, { size }) => sum + size, 0));
  let since = performance.now();
  for await (const events of READERS[format](all, reading, options)) {
    yield* events;
    if (performance.now() - since < TURN) continue;
    await breathe();
    since = performance.now();
  }
  yield* reading.take();
}
