import { stringify } from 'yaml';
import type { ConformedDocument } from '../convert/conform-document.ts';
import type { ImageLabel, LabelledImage } from '../image-document.ts';
import type { WrittenFile } from '../label-file.ts';
import { textChunks } from '../text/text-chunks.ts';
import { folderOfSplit, yoloLabelPath, yoloPicturePath } from './yolo-layout.ts';
import { yoloLine } from './yolo-line.ts';

/**
 * YOLO as Ultralytics reads it: a text file for each picture, also for one without regions, and `data.yaml`. Pictures
 * are expected at `images/<split>/<path>`. Two pictures whose names differ in their ending alone would share a file of
 * labels: the later one is left out, and counted.
 */
export async function* writeYolo(document: ConformedDocument): AsyncGenerator<WrittenFile> {
  const { labels, splits, tally } = document;
  yield { path: 'data.yaml', chunks: textChunks([dataOf(labels, splits)]) };
  const numbers = new Map(labels.map(({ name }, at) => [name, at]));
  const joints = mostJoints(labels);
  const written = new Set<string>();
  for (const split of splits) {
    for await (const image of document.images(split)) {
      const path = yoloLabelPath(yoloPicturePath(image));
      if (written.has(path)) tally.drop('image', 'same-name');
      else yield { path, chunks: textChunks([linesOf(image, numbers, joints)]) };
      written.add(path);
    }
  }
}

function linesOf(image: LabelledImage, numbers: ReadonlyMap<string, number>, joints: number): string {
  return image.regions
    .map(({ geometry, label }) => `${yoloLine(geometry, image, numbers.get(label ?? '') ?? 0, joints)}\n`)
    .join('');
}

const mostJoints = (labels: readonly ImageLabel[]): number =>
  Math.max(0, ...labels.map(({ skeleton }) => skeleton?.joints.length ?? 0));

/**
 * Where Ultralytics finds what it wants of every data set, a split to learn from and one to look at, where the labels have
 * no split of that name. They stand behind the splits there are: the first one of a folder counts.
 */
function neededSplits(splits: readonly (string | null)[]): (readonly [string, string])[] {
  const [first = null] = splits;
  const looked = splits.find((split) => split === 'valid' || split === 'validation') ?? first;
  return [['train', first] as const, ['val', looked] as const]
    .filter(([name]) => !splits.includes(name))
    .map(([name, split]) => [name, `images/${folderOfSplit(split)}`] as const);
}

/** Without a `path` folders are those beside the file: one of `.` would be where a training is begun. */
function dataOf(labels: readonly ImageLabel[], splits: readonly (string | null)[]): string {
  const joints = mostJoints(labels);
  const byNumber = <T>(ofLabel: (label: ImageLabel) => T) =>
    new Map(labels.map((label, at) => [at, ofLabel(label)]));
  return stringify(
    new Map<string, unknown>([
      ...splits.map((split) => [folderOfSplit(split), `images/${folderOfSplit(split)}`] as const),
      ...neededSplits(splits),
      ['names', byNumber(({ name }) => name)],
      ...(joints === 0
        ? []
        : ([
            ['kpt_shape', [joints, 3]],
            ['kpt_names', byNumber(({ skeleton }) => skeleton?.joints ?? [])],
          ] as const)),
    ]),
    // Not every reader knows aliases.
    { aliasDuplicateObjects: false },
  );
}
