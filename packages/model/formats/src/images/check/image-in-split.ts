import type { ImageEntry } from '../image-document.ts';
import type { ReadOptions } from '../label-file.ts';
import type { Fault } from './check-geometry.ts';
import { type Place, type Reading, shown } from './reading.ts';

/** A picture that is known, by its own path; or that the only one of this name is of another split. */
type PictureInSplit =
  | { readonly path: string; readonly width: number; readonly height: number }
  | 'of-another-split'
  | undefined;

/** Folders of one split are called differently, also with a year behind. */
const ALIASES = {
  train: ['train', 'training'],
  val: ['val', 'valid', 'validation'],
  test: ['test', 'testing'],
};

const kindOf = (name: string): string => {
  const plain = name.toLowerCase().replace(/[-_]?\d+$/, '');
  return Object.entries(ALIASES).find(([, names]) => names.includes(plain))?.[0] ?? name;
};

/**
 * The picture that a file means by a path in a split: one of this very path, else one in a folder of the split, else the
 * one whose path ends so, unless it lies in the folder of another split.
 */
export async function pictureInSplit(
  path: string,
  split: string | null,
  { sizeOf }: ReadOptions,
  splits: readonly (string | null)[],
): Promise<PictureInSplit> {
  const named = await sizeOf?.(path);
  const own = named === undefined ? undefined : { ...named, path: named.path ?? path };
  if (own?.path === path || split === null) return own;
  const folders = new Set([split, kindOf(split), ...(ALIASES[kindOf(split) as keyof typeof ALIASES] ?? [])]);
  for (const folder of folders) {
    for (const asked of [`${folder}/${path}`, `${folder}/images/${path}`, `images/${folder}/${path}`]) {
      const found = await sizeOf?.(asked);
      if (found === undefined) continue;
      const real = found.path ?? asked;
      if (`/${real}`.endsWith(`/${asked}`)) return { ...found, path: real };
    }
  }
  if (own === undefined) return undefined;
  const kinds = [...Object.keys(ALIASES), ...splits.flatMap((each) => (each === null ? [] : [kindOf(each)]))];
  const around = own.path.slice(0, Math.max(0, own.path.length - path.length));
  const nearest = around
    .split('/')
    .map(kindOf)
    .findLast((kind) => kinds.includes(kind));
  return nearest === undefined || nearest === kindOf(split) ? own : 'of-another-split';
}

/**
 * The image of an entry whose size the file says, under the path of the picture that it means. Undefined where it cannot
 * be taken, which is told.
 */
export async function imageInSplit(
  at: Place,
  entry: ImageEntry,
  {
    reading,
    options,
    splits,
  }: { reading: Reading; options: ReadOptions; splits: readonly (string | null)[] },
): Promise<ImageEntry | undefined> {
  const picture = await pictureInSplit(entry.path, entry.split, options, splits);
  if (picture === 'of-another-split') {
    reading.problem(at, ofAnotherSplit(entry));
    return undefined;
  }
  const isSized = entry.width > 0 && entry.height > 0;
  const size = isSized || picture === undefined ? {} : { width: picture.width, height: picture.height };
  const path = entry.split === null ? entry.path : (picture?.path ?? entry.path);
  return reading.image(at, { ...entry, ...size, path });
}

export const ofAnotherSplit = ({ path, split }: Pick<ImageEntry, 'path' | 'split'>): Fault => ({
  code: 'unknown-image',
  message: `The picture of the name ${shown(path)} is of another split than ${shown(split ?? '')}.`,
  outcome: 'left-out',
  kept: 'The image was left out with its regions; the others were kept.',
  next: 'Import the pictures of this split first, or write the folder into the name in the file.',
});
