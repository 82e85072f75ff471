import { type Geometry, IMAGE_MAX_PIXELS } from '@assay/contracts';
import type { ImageEntry, ImageLabel, ImageRegion } from '../image-document.ts';
import { plainRegion } from '../image-document.ts';
import type { LabelEvent, LabelProblem } from '../label-event.ts';
import type { PictureSize } from '../label-file.ts';
import { checkGeometry, type Fault, leftOut } from './check-geometry.ts';
import { createMaskRoom, type MaskRoom } from './mask-room.ts';

/** The most of each that are kept in mind while files are read. */
export const READING_LIMITS = { images: 1_000_000, labels: 100_000, ids: 10_000_000 } as const;

/** Events, and milliseconds, after which a reader hands over what there is. */
const DUE = { events: 1000, time: 20 } as const;

/** Where something stands. */
export type Place = { readonly file: string; readonly place: string | null };

/** Collects what a reader finds, checked; `take` hands over what there is so far. */
export type Reading = {
  readonly problem: (at: Place, fault: Fault) => void;
  /** A label; the first of a name counts. */
  readonly label: (label: ImageLabel) => void;
  /**
   * An image; the first of a path counts. Undefined where its path or size is none, or where another one of this path was
   * there before, which is told.
   */
  readonly image: (at: Place, image: ImageEntry) => ImageEntry | undefined;
  /** A region, if it can stand in its image; whatever is wrong with it is told. Returns whether it was taken. */
  readonly region: (at: Place, image: ImageEntry, found: FoundRegion) => boolean;
  readonly event: (event: LabelEvent) => void;
  readonly room: MaskRoom;
  /** Whether `take` should come before more is read: much was found, or it took long. */
  readonly isDue: () => boolean;
  readonly take: () => LabelEvent[];
};

/** A region as it was found; what is left out is as `plainRegion` has it, its order that of the file. */
export type FoundRegion = {
  readonly geometry: Geometry;
  readonly label: string | null;
} & Partial<Omit<ImageRegion, 'geometry' | 'label'>>;

/** @param bytes of all files */
export function createReading(bytes: number): Reading {
  let events: LabelEvent[] = [];
  let sequence = 0;
  let since = performance.now();
  const labels = new Set<string>();
  const images = new Map<string, ImageEntry>();
  const ids = new Set<string>();
  const problem = (at: Place, fault: Fault) => {
    events.push({ kind: 'problem', ...at, ...fault });
  };

  /** The id of the file, or one of its own where that was there before. */
  const idOf = (at: Place, id: string | undefined): string => {
    if (id === undefined) return `#${sequence}`;
    if (ids.has(id)) {
      problem(at, {
        code: 'duplicate',
        message: `The id ${shown(id)} was there before.`,
        outcome: 'changed',
        kept: 'The region was kept under an id of its own; relations to that id lead to the first one.',
        next: 'Look whether it is there twice.',
      });
      return `${id}#${sequence}`;
    }
    // Beyond that many, repeated ids are no longer noticed: a set that grows without bound would fail first.
    if (ids.size < READING_LIMITS.ids) ids.add(id);
    return id;
  };

  return {
    problem,
    room: createMaskRoom(bytes),
    label: (label) => {
      if (labels.has(label.name) || labels.size >= READING_LIMITS.labels) return;
      labels.add(label.name);
      events.push({ kind: 'label', label });
    },
    image: (at, given) => {
      const path = given.path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
      const known = images.get(path);
      if (known !== undefined) {
        const other = faultOfOther(known, given);
        if (other === undefined) return known;
        problem(at, other);
        return undefined;
      }
      const fault = faultOfImage(path, given, images.size);
      if (fault !== undefined) {
        problem(at, fault);
        return undefined;
      }
      const image = path === given.path ? given : { ...given, path };
      images.set(path, image);
      events.push({ kind: 'image', image });
      return image;
    },
    region: (at, image, { geometry: found, label, id, ...more }) => {
      if (label !== null && !labels.has(label)) {
        problem(at, leftOut('too-large', `There are more than ${READING_LIMITS.labels} labels.`));
        return false;
      }
      const { geometry, faults } = checkGeometry(found, image);
      for (const fault of faults) problem(at, fault);
      if (geometry === undefined) return false;
      sequence += 1;
      const plain = plainRegion(idOf(at, id), geometry, label, sequence);
      events.push({ kind: 'region', image: image.path, region: { ...plain, ...more } });
      return true;
    },
    event: (event) => events.push(event),
    isDue: () => events.length >= DUE.events || performance.now() - since >= DUE.time,
    take: () => {
      const taken = events;
      events = [];
      since = performance.now();
      return taken;
    },
  };
}

/** Of a path that was there before, in another split or of another size: it is another picture. */
function faultOfOther(known: ImageEntry, { width, height, split }: ImageEntry): Fault | undefined {
  const isSameSize = !isSide(width) || !isSide(height) || (known.width === width && known.height === height);
  if (known.split === split && isSameSize) return undefined;
  const where = known.split === null ? 'no split' : `the split ${shown(known.split)}`;
  return imageLeftOut(
    'duplicate',
    `${shown(known.path)} was there before, of ${known.width} x ${known.height} pixels and in ${where}.`,
    'Write the folder into the name of each in the file, or import them one after the other.',
  );
}

function faultOfImage(path: string, { width, height }: PictureSize, known: number): Fault | undefined {
  const isSafe =
    path !== '' && !path.startsWith('/') && !/^[a-z]:/i.test(path) && !path.split('/').includes('..');
  if (!isSafe || path.includes('\0') || path.length > 1000) {
    return imageLeftOut(
      'unsafe',
      `${shown(path)} is no path inside of the import.`,
      'Name the picture by its path from the folder of the import.',
    );
  }
  if (width * height > IMAGE_MAX_PIXELS) {
    const most = `${IMAGE_MAX_PIXELS / 1_000_000} megapixels`;
    return imageLeftOut(
      'too-large',
      `Its size is ${width} x ${height}, more than ${most}.`,
      'Import it smaller.',
    );
  }
  if (!isSide(width) || !isSide(height)) {
    return imageLeftOut(
      'no-size',
      `Its size is ${width} x ${height}.`,
      'Write its width and height into the file, or import the pictures first.',
    );
  }
  if (known >= READING_LIMITS.images)
    return imageLeftOut(
      'too-large',
      `There are more than ${READING_LIMITS.images} images.`,
      'Import the others for themselves.',
    );
  return undefined;
}

const isSide = (side: number): boolean => Number.isInteger(side) && side > 0;

const imageLeftOut = (code: LabelProblem['code'], message: string, next: string): Fault => ({
  code,
  message,
  outcome: 'left-out',
  kept: 'The image was left out with its regions; the others were kept.',
  next,
});

/** As much of a text from a file as a message shows. */
export const shown = (text: string): string =>
  JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
