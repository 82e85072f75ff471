import type { SkeletonGeometry } from '@assay/contracts';
import type { Fault } from '../check/check-geometry.ts';
import { fileFault } from '../check/file-fault.ts';
import { type Place, type Reading, shown } from '../check/reading.ts';
import { valueOfText } from '../convert/attribute-text.ts';
import type { ImageEntry, ImageLabel } from '../image-document.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { type XmlAttributes, type XmlEvent, xmlEvents } from '../text/xml-events.ts';
import { geometriesOfElement, jointOfElement, skeletonOf } from './cvat-geometry.ts';
import { type CvatLabel, labelsOfCvat } from './read-cvat-labels.ts';

type Shape = {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly at: Place;
  readonly values: [string, string][];
  readonly joints: SkeletonGeometry['joints'][number][];
};

/** CVAT for images 1.1. Tracks of videos are passed over, and told. */
export async function* readCvat(
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  for (const file of files) {
    if (!/\.xml$/i.test(file.path)) continue;
    const reader = createFileReader(file, reading, options);
    for await (const events of xmlEvents(file.chunks())) {
      for (const event of events) {
        const asked = reader(event);
        if (asked !== undefined) await asked;
      }
      yield reading.take();
    }
    yield reading.take();
  }
}

/** Takes the events of one file, one after the other; a promise only where a size is asked for. */
function createFileReader(file: LabelFile, reading: Reading, options: ReadOptions) {
  const path: string[] = [];
  const found: CvatLabel[] = [];
  const labels = new Map<string, ImageLabel>();
  let label: CvatLabel | undefined;
  let image: ImageEntry | undefined;
  let shape: Shape | undefined;
  let isOther = false;
  let hasTracks = false;
  const at = (line: number): Place => ({ file: file.path, place: `line ${line}` });

  const openImage = (attributes: XmlAttributes, line: number): Promise<void> | undefined => {
    if (labels.size === 0) for (const each of labelsOfCvat(found)) takeLabel(each);
    const name = attributes.name ?? '';
    const given = { width: Number(attributes.width), height: Number(attributes.height) };
    const split = attributes.subset === undefined || attributes.subset === '' ? null : attributes.subset;
    const take = (size: { width: number; height: number }) => {
      const { width, height } = size;
      image = reading.image(at(line), { path: name, width, height, split, attributes: {} });
    };
    if (given.width > 0 && given.height > 0) {
      take(given);
      return undefined;
    }
    return Promise.resolve(options.sizeOf?.(name)).then((size) => take(size ?? given));
  };
  const takeLabel = (each: ImageLabel) => {
    labels.set(each.name, each);
    reading.label(each);
  };
  const labelOf = (name: string): ImageLabel => {
    const known = labels.get(name);
    if (known !== undefined) return known;
    const made = { name, colour: null, parent: null, attributes: [], skeleton: null };
    takeLabel(made);
    return made;
  };

  const open = (name: string, attributes: XmlAttributes, line: number): Promise<void> | undefined => {
    path.push(name);
    const depth = path.length;
    if (depth === 1 && name !== 'annotations') {
      isOther = true;
      reading.problem(
        at(line),
        fileFault('unreadable', `It begins with ${shown(name)}, not with annotations of CVAT.`),
      );
    } else if (depth === 2 && name === 'image') return openImage(attributes, line);
    else if (depth === 2 && name === 'track') {
      if (!hasTracks) {
        const message = 'It has tracks of a video, which are not read: only images are.';
        reading.problem(
          at(line),
          fileFault('unsupported', message, 'Tracks were left out; images were kept.'),
        );
      }
      hasTracks = true;
    } else if (name === 'label' && path.at(-2) === 'labels' && path[1] === 'meta')
      label = { texts: new Map(), attributes: [] };
    else if (label !== undefined && name === 'attribute') label.attributes.push(new Map());
    else if (depth === 3 && path[1] === 'image')
      shape = { name, attributes, at: at(line), values: [], joints: [] };
    else if (shape !== undefined && shape.name === 'skeleton' && name === 'points')
      shape.joints.push(jointOfElement(attributes));
    else if (shape !== undefined && name === 'attribute' && depth === 4)
      shape.values.push([attributes.name ?? '', '']);
    return undefined;
  };

  const close = (name: string, text: string): void => {
    const depth = path.length;
    if (label !== undefined) closeInLabel(name, text);
    else if (shape !== undefined && depth === 4 && name === 'attribute') shape.values.at(-1)![1] = text;
    else if (shape !== undefined && depth === 3) {
      if (image !== undefined) takeShape(shape, image);
      shape = undefined;
    } else if (depth === 2 && name === 'image') image = undefined;
    else if (depth === 1) for (const each of labels.size === 0 ? labelsOfCvat(found) : []) takeLabel(each);
    path.pop();
  };
  const closeInLabel = (name: string, text: string): void => {
    if (label === undefined) return;
    if (name === 'label') {
      found.push(label);
      label = undefined;
    } else if (path.at(-2) === 'attribute') label.attributes.at(-1)?.set(name, text);
    else label.texts.set(name, text);
  };

  const takeShape = ({ name, attributes, at: place, values, joints }: Shape, entry: ImageEntry): void => {
    const known = labelOf(attributes.label ?? '');
    const strange = joints.filter((joint) => known.skeleton?.joints.includes(joint.name) === false);
    if (strange.length > 0) reading.problem(place, strangeJoints(strange.map((joint) => joint.name)));
    const geometries =
      name === 'skeleton'
        ? [skeletonOf(joints, known.skeleton)]
        : geometriesOfElement(name, attributes, entry);
    if ('code' in geometries) {
      reading.problem(place, geometries);
      return;
    }
    const own = attributes.group_id === undefined || attributes.group_id === '0' ? null : attributes.group_id;
    const order = Number(attributes.z_order);
    for (const geometry of geometries) {
      reading.region(place, entry, {
        geometry,
        label: known.name,
        attributes: Object.fromEntries(
          values.map(([key, text]) => [key, valueOfText(text, kindOf(known, key))]),
        ),
        occluded: attributes.occluded === '1',
        group: own ?? (geometries.length > 1 ? `${place.file} ${place.place}` : null),
        ...(attributes.z_order === undefined || !Number.isFinite(order) ? {} : { order }),
        origin: attributes.source === 'auto' ? 'prediction' : 'annotation',
      });
    }
  };

  return (event: XmlEvent): Promise<void> | undefined => {
    if (isOther) return undefined;
    if (event.kind === 'open') return open(event.name, event.attributes, event.line);
    if (event.kind === 'close') close(event.name, event.text);
    else reading.problem(at(event.line), fileFault(event.code, event.message));
    return undefined;
  };
}

const strangeJoints = (names: readonly string[]): Fault => ({
  code: 'unknown-label',
  message: `Its label has no joint ${shown(names.join(', '))}.`,
  outcome: 'changed',
  kept: 'That was left out; the other joints were kept.',
  next: 'Add the joint to the label in the file, and import it again.',
});

const kindOf = (label: ImageLabel, name: string) =>
  label.attributes.find((attribute) => attribute.name === name)?.kind;
