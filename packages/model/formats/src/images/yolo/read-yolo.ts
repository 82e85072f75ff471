import type { Fault } from '../check/check-geometry.ts';
import { ofAnotherSplit, pictureInSplit } from '../check/image-in-split.ts';
import { type Place, type Reading, shown } from '../check/reading.ts';
import type { ImageEntry, ImageLabel } from '../image-document.ts';
import type { ImageLabelFormat } from '../image-label-format.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { textOf } from '../text/decode-chunks.ts';
import { isYoloData, readYoloData, type YoloData } from './read-yolo-data.ts';
import { readYoloLine } from './read-yolo-line.ts';
import { isPictureList, PICTURE, splitOfFolder, withoutEnding, yoloPictureStems } from './yolo-layout.ts';

const MOST_CHARACTERS = 16 * 2 ** 20;
const ENDINGS = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'tif', 'tiff', 'bmp', 'JPG', 'JPEG', 'PNG'];

/**
 * YOLO of one task. Names of classes and splits are those of `data.yaml`; what a picture is called is found by its size,
 * which must be known: its labels are shares of it.
 */
export async function* readYolo(
  format: ImageLabelFormat,
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  const data = await readYoloData(files, reading);
  for (const label of data.labels) if (label !== undefined) reading.label(label);
  yield reading.take();
  const pictures = new Map(
    files.filter(({ path }) => PICTURE.test(path)).map(({ path }) => [withoutEnding(path), path]),
  );
  const taken = new Set<string>();
  for (const file of files) {
    if (!/\.txt$/i.test(file.path) || isYoloData(file.path)) continue;
    const text = await textOf(file.chunks(), MOST_CHARACTERS);
    if (text === undefined) reading.problem({ file: file.path, place: null }, TOO_LARGE);
    else if (!isPictureList(text)) {
      const image = await imageOf(file, { data, pictures, reading, options, taken });
      if (image !== undefined) yield* readLabels(text, image, { file, format, data, reading });
    }
    yield reading.take();
  }
}

const TOO_LARGE: Fault = {
  code: 'too-large',
  message: `It has more than ${MOST_CHARACTERS} characters.`,
  outcome: 'left-out',
  kept: 'Its regions were left out; the others were kept.',
  next: 'Make the file anew, and import it again.',
};

type Sources = {
  data: YoloData;
  pictures: ReadonlyMap<string, string>;
  reading: Reading;
  options: ReadOptions;
  /** Paths of pictures whose labels were read: each has one file of them. */
  taken: Set<string>;
};

async function imageOf(file: LabelFile, sources: Sources): Promise<ImageEntry | undefined> {
  const { reading, options, data } = sources;
  const at = { file: file.path, place: null };
  const splits = data.folders.map(({ split }) => split);
  let other: { path: string; split: string | null } | undefined;
  for (const stem of yoloPictureStems(file.path)) {
    const known = sources.pictures.get(stem);
    const { split, path: short } = placeOf(stem, data);
    const names = known === undefined ? ENDINGS.map((ending) => `.${ending}`) : [known.slice(stem.length)];
    for (const ending of names) {
      const whole = await options.sizeOf?.(`${stem}${ending}`);
      const path = `${short}${ending}`;
      const found = whole ?? (await pictureInSplit(path, split, options, splits));
      if (found === 'of-another-split') other ??= { path, split };
      if (found === undefined || found === 'of-another-split') continue;
      const { width, height } = found;
      // Pictures of two splits may have one path in them: the later one is called by its whole path.
      const paths = [found.path ?? path, ...(found.path === undefined ? [`${stem}${ending}`] : [])];
      const free = paths.find((each) => !sources.taken.has(each));
      if (free === undefined) {
        reading.problem(at, labelledBefore(paths[0]!));
        return undefined;
      }
      sources.taken.add(free);
      return reading.image(at, { path: free, width, height, split, attributes: {} });
    }
  }
  reading.problem(at, other === undefined ? NO_PICTURE : ofAnotherSplit(other));
  return undefined;
}

const labelledBefore = (path: string): Fault => ({
  code: 'duplicate',
  message: `The picture ${shown(path)} has the labels of another file already.`,
  outcome: 'left-out',
  kept: 'Its regions were left out; the others were kept.',
  next: 'Look which of the files is of this picture, and import the other pictures first.',
});

const NO_PICTURE: Fault = {
  code: 'no-size',
  message: 'There is no picture of this name, or its size is not known: YOLO writes shares of it.',
  outcome: 'left-out',
  kept: 'Its regions were left out; the others were kept.',
  next: 'Import the pictures first, under the names that their labels have.',
};

const COMMON_SPLITS = ['train', 'val', 'valid', 'validation', 'test'];

/** The folder of a split, as CVAT calls it for Darknet. */
const DARKNET = /^obj_(.+)_data$/i;

/** The split of a picture and its path in it: by the folders that the data set names, else by what folders are called. */
function placeOf(stem: string, { folders }: YoloData): { split: string | null; path: string } {
  // A data set may lie in a folder; folders inside of those that it names count for nothing.
  const [named] = folders
    .map(({ folder, split }) => ({ split, folder, at: `/${stem}`.indexOf(`/${folder}/`) }))
    .filter((each) => each.at >= 0)
    .sort((a, b) => a.at - b.at);
  if (named !== undefined)
    return { split: named.split, path: stem.slice(named.at + named.folder.length + 1) };
  const parts = stem.split('/');
  const darknet = parts.findIndex((part, place) => DARKNET.test(part) && place < parts.length - 1);
  if (folders.length === 0 && darknet >= 0) {
    const [, name = ''] = DARKNET.exec(parts[darknet]!) ?? [];
    return { split: splitOfFolder(name), path: parts.slice(darknet + 1).join('/') };
  }
  const at = parts.lastIndexOf('images');
  if (at < 0) return { split: null, path: stem };
  const [inside, around] = [parts[at + 1], parts[at - 1]];
  if (folders.length === 0 && COMMON_SPLITS.includes(inside ?? '') && parts.length > at + 2)
    return { split: splitOfFolder(inside!), path: parts.slice(at + 2).join('/') };
  if (folders.length === 0 && COMMON_SPLITS.includes(around ?? ''))
    return { split: splitOfFolder(around!), path: parts.slice(at + 1).join('/') };
  return { split: null, path: parts.slice(at + 1).join('/') };
}

function* readLabels(
  text: string,
  image: ImageEntry,
  {
    file,
    format,
    data,
    reading,
  }: { file: LabelFile; format: ImageLabelFormat; data: YoloData; reading: Reading },
): Generator<LabelEvent[]> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = { file: file.path, place: `line ${index + 1}` };
    const read = readYoloLine(line, format, image, data);
    if (!('geometries' in read)) {
      reading.problem(at, read);
      continue;
    }
    if (read.fault !== undefined) reading.problem(at, read.fault);
    const label = labelOf(read.label, data, at, reading);
    const isGroup = read.geometries.length > 1;
    for (const geometry of read.geometries) {
      const prediction =
        read.score === undefined ? {} : ({ origin: 'prediction', score: read.score } as const);
      const group = isGroup ? `${file.path}:${index + 1}` : null;
      if (label !== undefined)
        reading.region(at, image, { geometry, label: label.name, group, ...prediction });
    }
    if (reading.isDue()) yield reading.take();
  }
}

/** The label of a number; where no names are known at all, one that is called by the number. */
function labelOf(number: number, { labels }: YoloData, at: Place, reading: Reading): ImageLabel | undefined {
  const named = labels[number];
  if (named !== undefined) return named;
  if (labels.length === 0) {
    const label = { name: String(number), colour: null, parent: null, attributes: [], skeleton: null };
    reading.label(label);
    return label;
  }
  reading.problem(at, {
    code: 'unknown-label',
    message: `There is no class ${number}.`,
    outcome: 'left-out',
    kept: 'The region was left out; the others were kept.',
    next: 'Name the class in data.yaml, and import it again.',
  });
  return undefined;
}
