import { parse } from 'yaml';
import { arrayOf, isObject, objectOf, textOfValue } from '../check/json-value.ts';
import type { Reading } from '../check/reading.ts';
import type { ImageLabel } from '../image-document.ts';
import type { LabelFile } from '../label-file.ts';
import { textOf } from '../text/decode-chunks.ts';
import { splitOfFolder } from './yolo-layout.ts';

/** What a data set says of itself. */
export type YoloData = {
  /** By number; undefined where a number has no name. */
  readonly labels: readonly (ImageLabel | undefined)[];
  /** Joints of each pose, and how many numbers each has; undefined where that is not said. */
  readonly joints: { readonly count: number; readonly numbers: number } | undefined;
  /** Folders of pictures, and the split that each is. */
  readonly folders: readonly { readonly folder: string; readonly split: string | null }[];
};

const MOST_CHARACTERS = 4 * 2 ** 20;
const MOST_ALIASES = 100;
const MOST_CLASSES = 100_000;
/** A list of names, as Darknet has it. */
const NAMES = /(^|\/)(classes\.txt|[^/]+\.names)$/i;

export const isYoloData = (path: string): boolean => /\.ya?ml$/i.test(path) || NAMES.test(path);

/** Reads `data.yaml`, or the list of names where there is none. */
export async function readYoloData(files: readonly LabelFile[], reading: Reading): Promise<YoloData> {
  for (const file of files.filter(({ path }) => /\.ya?ml$/i.test(path))) {
    const data = await readYaml(file, reading);
    if (data !== undefined) return data;
  }
  const list = files.find(({ path }) => NAMES.test(path));
  const names = list === undefined ? undefined : await textOf(list.chunks(), MOST_CHARACTERS);
  if (names === undefined) {
    reading.problem(
      { file: list?.path ?? 'data.yaml', place: null },
      {
        code: list === undefined ? 'missing' : 'too-large',
        message: 'There is no data.yaml with names and no list of names.',
        outcome: 'changed',
        kept: 'Labels are called by their numbers.',
        next: 'Import it again with data.yaml, or rename the labels here.',
      },
    );
    return { labels: [], joints: undefined, folders: [] };
  }
  const labels = names.trim() === '' ? [] : names.trim().split(/\r?\n/);
  return { labels: labels.map((name) => labelOf(name.trim(), [])), joints: undefined, folders: [] };
}

async function readYaml(file: LabelFile, reading: Reading): Promise<YoloData | undefined> {
  const text = await textOf(file.chunks(), MOST_CHARACTERS);
  let data: unknown;
  try {
    // Aliases of aliases can stand for more than fits into memory.
    data = text === undefined ? undefined : parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'error' });
  } catch (error) {
    reading.problem(
      { file: file.path, place: null },
      {
        code: 'unreadable',
        message: `It is no YAML: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`,
        outcome: 'left-out',
        kept: 'It was left out; labels are called by their numbers.',
        next: 'Correct it, and import it again.',
      },
    );
    return undefined;
  }
  return isObject(data) && data.names !== undefined ? dataOf(data) : undefined;
}

function dataOf(data: { readonly [key: string]: unknown }): YoloData {
  const named = Array.isArray(data.names) ? data.names.entries() : Object.entries(objectOf(data.names));
  const labels: (ImageLabel | undefined)[] = [];
  for (const [number, name] of named) {
    const at = Number(number);
    if (!Number.isInteger(at) || at < 0 || at >= MOST_CLASSES || name === null) continue;
    labels[at] = labelOf(String(name), arrayOf(objectOf(data.kpt_names)[number]).map(String));
  }
  const [count, numbers] = arrayOf(data.kpt_shape).map(Number);
  const isShape = Number.isInteger(count) && count! > 0 && count! <= 1000 && (numbers === 2 || numbers === 3);
  return {
    labels,
    joints: isShape ? { count: count!, numbers: numbers! } : undefined,
    folders: foldersOf(data),
  };
}

const labelOf = (name: string, joints: readonly string[]): ImageLabel => ({
  name,
  colour: null,
  parent: null,
  attributes: [],
  skeleton: joints.length === 0 ? null : { joints, bones: [] },
});

/** What other members than splits are called. */
const OTHERS = ['path', 'names', 'nc', 'kpt_shape', 'kpt_names', 'flip_idx', 'download', 'task', 'channels'];

function foldersOf(data: { readonly [key: string]: unknown }): YoloData['folders'] {
  const root = cleaned(textOfValue(data.path) ?? '');
  return Object.entries(data)
    .filter(([key]) => !OTHERS.includes(key))
    .flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).flatMap((folder) => {
        // A list of pictures is no folder.
        if (typeof folder !== 'string' || folder === '' || /\.txt$/i.test(folder)) return [];
        const own = cleaned(folder);
        // Where the data set was made its root was called otherwise than here: both are looked for.
        return [...new Set([own, cleaned(`${root}/${own}`)])].map((each) => ({
          folder: each,
          split: splitOfFolder(key),
        }));
      }),
    );
}

const cleaned = (path: string): string =>
  path
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
