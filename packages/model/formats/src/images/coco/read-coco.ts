import type { Geometry } from '@assay/contracts';
import { type Fault, leftOut } from '../check/check-geometry.ts';
import { imageInSplit } from '../check/image-in-split.ts';
import {
  arrayOf,
  attributesOf,
  isObject,
  type JsonObject,
  type Key,
  keyOf,
  numberOf,
  objectOf,
  textOfValue,
} from '../check/json-value.ts';
import { nestedFault } from '../check/nested-fault.ts';
import type { FoundRegion, Place, Reading } from '../check/reading.ts';
import { shown } from '../check/reading.ts';
import { degreesOf, TURN, turnedBox } from '../convert/turned-box.ts';
import type { ImageEntry, ImageLabel, LabelSkeleton } from '../image-document.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { JSON_LIMITS, type JsonElement, jsonElements, type Wanted } from '../text/json-elements.ts';
import { boxOf, isBoundsOf, segmentationOf, skeletonOf } from './coco-geometry.ts';

/** One annotation has one outline: what is longer is none. */
const LIMITS = { ...JSON_LIMITS, element: 16 * 2 ** 20 };

/** What the ids of one file mean; null for what is there and could not be taken. */
type Ids = {
  readonly images: Map<Key, ImageEntry | null>;
  readonly labels: Map<Key, ImageLabel>;
};

/**
 * COCO: instances with boxes, polygons, run lengths and crowds, and key points. A file is gone through once where images
 * and categories stand before annotations, else twice, so that annotations need not be held. Ids are those of their file.
 */
export async function* readCoco(
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  const documents = files.filter(({ path }) => /\.json$/i.test(path));
  const splits = documents.map(({ path }) => splitOfFile(path));
  for (const file of documents) {
    const prefix = documents.length > 1 ? `${file.path}#` : '';
    const source: Source = { file, reading, options, prefix, splits };
    yield* readDocument(source);
  }
}

type Source = {
  file: LabelFile;
  reading: Reading;
  options: ReadOptions;
  prefix: string;
  /** Of all files. */
  splits: readonly (string | null)[];
};

async function* readDocument(source: Source): AsyncGenerator<LabelEvent[]> {
  const { file, reading } = source;
  const ids: Ids = { images: new Map(), labels: new Map() };
  const seen = new Set<string | null>();
  let isDeferred = false;
  const first = (key: string | null): Wanted => {
    seen.add(key);
    if (key === 'images' || key === 'categories') return 'elements';
    if (key !== 'annotations') return 'nothing';
    isDeferred = !(seen.has('images') && seen.has('categories'));
    return isDeferred ? 'nothing' : 'elements';
  };
  for await (const elements of jsonElements(file.chunks(), first, LIMITS)) {
    for (const element of elements) {
      const asked = readElement(element, ids, source);
      if (asked !== undefined) await asked;
      if (reading.isDue()) yield reading.take();
    }
    yield reading.take();
  }
  if (seen.has(null) || !seen.has('images')) {
    const message = seen.has(null) ? 'It is a list alone, as of results.' : 'It has no images.';
    reading.problem(
      { file: file.path, place: '$' },
      unreadable('missing', `${message} Annotations name images by their ids.`),
    );
    yield reading.take();
  }
  if (!isDeferred) return;
  const second = (key: string | null): Wanted => (key === 'annotations' ? 'elements' : 'nothing');
  for await (const elements of jsonElements(file.chunks(), second, LIMITS)) {
    // What is wrong with the document as a whole was told the first time.
    for (const element of elements) {
      if (element.key === 'annotations') readElement(element, ids, source);
      if (reading.isDue()) yield reading.take();
    }
    yield reading.take();
  }
}

/** Takes one element; a promise only where a size is asked for. */
function readElement(element: JsonElement, ids: Ids, source: Source): Promise<void> | undefined {
  const { reading, file } = source;
  if ('fault' in element) {
    const { code, place, message } = element.fault;
    reading.problem({ file: file.path, place }, unreadable(code, message));
    return undefined;
  }
  const at: Place = { file: file.path, place: element.place };
  if (!isObject(element.value)) reading.problem(at, unreadable('unreadable', 'It is no object.'));
  else if (element.key === 'categories') readCategory(element.value, at, ids, reading);
  else if (element.key === 'images') return readImage(element.value, at, ids, source);
  else readAnnotation(element.value, at, ids, source);
  return undefined;
}

const unreadable = (code: Fault['code'], message: string): Fault => ({
  code,
  message,
  outcome: 'left-out',
  kept: 'It was left out; what could be read was kept.',
  next: 'Make the file anew, and import it again.',
});

function readCategory(category: JsonObject, at: Place, { labels }: Ids, reading: Reading): void {
  const [id, name] = [keyOf(category.id), textOfValue(category.name)];
  if (id === undefined || name === undefined || name === '') {
    reading.problem(at, unreadable('missing', 'The category has no id or no name.'));
    return;
  }
  if (labels.has(id)) {
    reading.problem(at, {
      ...unreadable('duplicate', `The category ${shown(String(id))} was there before.`),
      kept: 'The first one counts.',
    });
    return;
  }
  const parent = textOfValue(category.supercategory) ?? '';
  const label: ImageLabel = {
    name,
    colour: null,
    parent: parent === '' || parent === name ? null : parent,
    attributes: [],
    skeleton: skeletonOfCategory(category),
  };
  labels.set(id, label);
  reading.label(label);
}

function skeletonOfCategory({ keypoints, skeleton }: JsonObject): LabelSkeleton | null {
  const joints = arrayOf(keypoints).map(String);
  if (joints.length === 0) return null;
  const bones = arrayOf(skeleton)
    .map((bone) => arrayOf(bone).map((joint) => numberOf(joint) - 1))
    .filter((bone) => bone.length === 2 && bone.every((joint) => joints[joint] !== undefined))
    .map(([from, to]) => [from!, to!] as const);
  return { joints, bones };
}

function readImage(record: JsonObject, at: Place, ids: Ids, source: Source): Promise<void> | undefined {
  const { reading, file } = source;
  const [id, path] = [keyOf(record.id), textOfValue(record.file_name)];
  if (id === undefined || path === undefined) {
    reading.problem(at, unreadable('missing', 'The image has no id or no file_name.'));
    return undefined;
  }
  if (ids.images.has(id)) {
    reading.problem(at, {
      ...unreadable('duplicate', `The image ${shown(String(id))} was there before.`),
      kept: 'The first one counts.',
    });
    return undefined;
  }
  const [width, height] = [numberOf(record.width), numberOf(record.height)];
  const entry = { path, width, height, split: splitOfFile(file.path), attributes: {} };
  const take = (image: ImageEntry | undefined) => void ids.images.set(id, image ?? null);
  if (source.options.sizeOf === undefined || (entry.split === null && width > 0 && height > 0)) {
    take(reading.image(at, entry));
    return undefined;
  }
  return imageInSplit(at, entry, source).then(take);
}

function readAnnotation(record: JsonObject, at: Place, ids: Ids, { reading, prefix }: Source): void {
  const [imageKey, labelKey] = [keyOf(record.image_id), keyOf(record.category_id)];
  const image = imageKey === undefined ? undefined : ids.images.get(imageKey);
  if (image === null) return;
  if (image === undefined) {
    reading.problem(at, leftOut('unknown-image', `There is no image ${shown(String(record.image_id))}.`));
    return;
  }
  const label = labelKey === undefined ? undefined : ids.labels.get(labelKey);
  if (label === undefined) {
    reading.problem(
      at,
      leftOut('unknown-label', `There is no category ${shown(String(record.category_id))}.`),
    );
    return;
  }
  const geometries = geometriesOf(record, at, image, label, reading);
  const nested = nestedFault(record.attributes);
  if (nested !== undefined) reading.problem(at, nested);
  const id = keyOf(record.id);
  const degrees = isPlainBox(record, geometries) ? degreesOf(objectOf(record.attributes)[TURN]) : undefined;
  for (const [place, geometry] of geometries.entries()) {
    const isTurned = degrees !== undefined && geometry.kind === 'box';
    reading.region(at, image, {
      ...propertiesOf(record, label.name, isTurned ? ['occluded', TURN] : ['occluded']),
      geometry: isTurned ? turnedBox(geometry, degrees) : geometry,
      ...(id === undefined ? {} : { id: `${prefix}${id}${place === 0 ? '' : `/${place + 1}`}` }),
      group: geometries.length > 1 ? `${prefix}${id}` : null,
    });
  }
}

/** Joints and what is drawn around them are different regions of one thing. A box stands in for what is broken. */
function geometriesOf(record: JsonObject, at: Place, image: ImageEntry, label: ImageLabel, reading: Reading) {
  const segmentation = segmentationOf(record.segmentation, image, reading.room);
  const skeleton = skeletonOf(record.keypoints, label.skeleton);
  const box = boxOf(record.bbox);
  const isBroken = segmentation.geometry === undefined && segmentation.fault !== undefined;
  for (const { fault } of [segmentation, skeleton]) {
    if (fault === undefined) continue;
    const standsIn = fault.outcome === 'left-out' && box.geometry !== undefined;
    reading.problem(at, standsIn ? { ...fault, outcome: 'changed', kept: 'Its box was kept.' } : fault);
  }
  if (segmentation.geometry !== undefined)
    return [segmentation.geometry, skeleton.geometry].filter((each) => each !== undefined);
  if (skeleton.geometry !== undefined) {
    const saysMore = box.geometry !== undefined && !isBoundsOf(box.geometry, skeleton.geometry);
    return saysMore || (isBroken && box.geometry !== undefined)
      ? [box.geometry!, skeleton.geometry]
      : [skeleton.geometry];
  }
  if (box.geometry !== undefined) return [box.geometry];
  if (!isBroken && skeleton.fault === undefined)
    reading.problem(at, leftOut('missing', 'It has neither a segmentation nor key points nor a box.'));
  return [];
}

/** A box that is all there is: not the bounds of an outline, which are not turned. */
const isPlainBox = ({ segmentation }: JsonObject, geometries: readonly Geometry[]): boolean =>
  geometries.length === 1 && !isObject(segmentation) && arrayOf(segmentation).length === 0;

function propertiesOf(
  record: JsonObject,
  label: string,
  without: readonly string[],
): Omit<FoundRegion, 'geometry'> {
  const isOccluded = objectOf(record.attributes).occluded === true;
  const score = numberOf(record.score);
  return {
    label,
    attributes: attributesOf(record.attributes, without),
    occluded: isOccluded,
    crowd: record.iscrowd === 1 || record.iscrowd === true,
    ...(Number.isFinite(score) ? { origin: 'prediction', score } : {}),
  };
}

/**
 * The split that the name of a file tells: `instances_train2017.json` and `person_keypoints_train2017.json` are of
 * train2017, `valid/_annotations.coco.json` of valid.
 */
function splitOfFile(path: string): string | null {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const named = /^(?:instances|person_keypoints|keypoints|stuff|annotations|labels)_(.+)\.json$/i.exec(
    name,
  )?.[1];
  const split = named ?? (name === '_annotations.coco.json' ? parts.at(-2) : undefined);
  if (split === undefined || split === 'default') return null;
  try {
    return decodeURIComponent(split);
  } catch {
    return split;
  }
}
