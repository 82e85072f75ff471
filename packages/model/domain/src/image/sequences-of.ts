import { type ImageSequences, MOST_FRAMES } from '@assay/contracts';
import { inNaturalOrder } from './natural-order.ts';

/** A picture, as far as it says of which sequence it is. */
type Frame = { id: string; path: string; width: number; height: number };

export type Sequences<T extends Frame> =
  | { ok: true; sequences: { path: string; frames: T[] }[] }
  /** What keeps pictures from being frames of one sequence, and the file that it is about. */
  | { ok: false; path: string; fault: string };

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folder in which all of them lie; that of one alone where it is told by its folder. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => folderOf(path).split('/'));
  const end = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  return (end === -1 ? first : first.slice(0, end)).join('/');
}

/**
 * Pictures as samples of a run: each alone, all as the frames of one sequence, or those of each folder. Frames are in the
 * natural order of their paths and of one size.
 */
export function sequencesOf<T extends Frame>(images: readonly T[], how: ImageSequences): Sequences<T> {
  if (how === 'none') {
    return { ok: true, sequences: images.map((image) => ({ path: image.path, frames: [image] })) };
  }
  const groups = new Map<string, T[]>();
  for (const image of images) {
    const key = how === 'one' ? '' : folderOf(image.path);
    const group = groups.get(key) ?? [];
    group.push(image);
    groups.set(key, group);
  }
  const sequences: { path: string; frames: T[] }[] = [];
  for (const [key, group] of inNaturalOrder([...groups], ([key]) => key)) {
    // Before they are put in order, which takes long of very many: the one that came last is named.
    const over = group.length > MOST_FRAMES ? group.at(-1) : undefined;
    if (over !== undefined) {
      const fault = `It would be one of ${group.length} frames of a sequence, and ${MOST_FRAMES} are the most.`;
      return { ok: false, path: over.path, fault };
    }
    const byId = group.sort((a, b) => (a.id < b.id ? -1 : 1));
    const frames = inNaturalOrder(byId, ({ path }) => path);
    const [first] = frames;
    if (first === undefined) continue;
    const odd = frames.find(({ width, height }) => width !== first.width || height !== first.height);
    if (odd !== undefined) {
      const [is, other] = [odd, first].map(({ width, height }) => `${width} × ${height}`);
      return { ok: false, path: odd.path, fault: `It has ${is} pixels, and ${first.path} has ${other}.` };
    }
    const folder = how === 'one' ? commonFolder(frames.map(({ path }) => path)) : key;
    sequences.push({ path: folder === '' ? first.path : folder, frames });
  }
  return { ok: true, sequences };
}
