import { fileFault } from '../check/file-fault.ts';
import { imageInSplit } from '../check/image-in-split.ts';
import { type Place, type Reading, shown } from '../check/reading.ts';
import type { ImageEntry, ImageLabel } from '../image-document.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { type XmlAttributes, type XmlEvent, xmlEvents } from '../text/xml-events.ts';
import { type CvatShape, openInShape, takeShape } from './cvat-shape.ts';
import { createCvatHead } from './read-cvat-labels.ts';

/** CVAT for images 1.1. Tracks of videos are passed over, and told. */
export async function* readCvat(
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  for (const file of files) {
    if (!/\.xml$/i.test(file.path)) continue;
    const take = createFileReader(file, reading, options);
    for await (const events of xmlEvents(file.chunks())) {
      for (const event of events) {
        const asked = take(event);
        if (asked !== undefined) await asked;
        if (reading.isDue()) yield reading.take();
      }
      yield reading.take();
    }
    yield reading.take();
  }
}

/** Takes the events of one file, one after the other; a promise only where a size is asked for. */
function createFileReader(file: LabelFile, reading: Reading, options: ReadOptions) {
  const path: string[] = [];
  const head = createCvatHead();
  const labels = createLabels(reading);
  let image: ImageEntry | undefined;
  let shape: CvatShape | undefined;
  let isOther = false;
  let hasTracks = false;
  const at = (line: number): Place => ({ file: file.path, place: `line ${line}` });

  const openImage = (attributes: XmlAttributes, line: number): Promise<void> | undefined => {
    const name = attributes.name ?? '';
    const given = { width: Number(attributes.width), height: Number(attributes.height) };
    const split = attributes.subset === undefined || attributes.subset === '' ? null : attributes.subset;
    const entry = { path: name, ...given, split, attributes: {} };
    if (options.sizeOf === undefined || (split === null && given.width > 0 && given.height > 0)) {
      image = reading.image(at(line), entry);
      return undefined;
    }
    return imageInSplit(at(line), entry, { reading, options, splits: [] }).then((found) => {
      image = found;
    });
  };

  const openOutermost = (name: string, line: number): void => {
    if (name === 'annotations') return;
    isOther = true;
    const message = `It begins with ${shown(name)}, not with annotations of CVAT.`;
    reading.problem(at(line), fileFault('unreadable', message));
  };

  const openTrack = (line: number): void => {
    if (hasTracks) return;
    hasTracks = true;
    const message = 'It has tracks of a video, which are not read: only images are.';
    reading.problem(at(line), fileFault('unsupported', message, 'Tracks were left out; images were kept.'));
  };

  const open = (name: string, attributes: XmlAttributes, line: number): Promise<void> | undefined => {
    path.push(name);
    const [, part] = path;
    if (path.length === 1) openOutermost(name, line);
    else if (part === 'meta') head.open(path);
    else if (path.length === 2 && part === 'image') return openImage(attributes, line);
    else if (path.length === 2 && part === 'track') openTrack(line);
    else if (path.length === 3 && part === 'image')
      shape = { name, attributes, at: at(line), values: [], joints: [] };
    else if (path.length === 4 && shape !== undefined) openInShape(shape, name, attributes);
    return undefined;
  };

  const close = (name: string, text: string): void => {
    const [, part] = path;
    if (part === 'meta') head.close(path, text);
    if (part === 'meta' && path.length === 2) labels.add(head.labels());
    else if (path.length === 4 && shape !== undefined && name === 'attribute') {
      const last = shape.values.at(-1);
      if (last !== undefined) last[1] = text;
    } else if (path.length === 3 && shape !== undefined) {
      if (image !== undefined) takeShape(shape, image, labels.named(shape.attributes.label ?? ''), reading);
      shape = undefined;
    } else if (path.length === 2) image = undefined;
    path.pop();
  };

  return (event: XmlEvent): Promise<void> | undefined => {
    if (isOther) return undefined;
    if (event.kind === 'open') return open(event.name, event.attributes, event.line);
    if (event.kind === 'close') close(event.name, event.text);
    else reading.problem(at(event.line), fileFault(event.code, event.message));
    return undefined;
  };
}

/** The labels of one file. A name that its head does not have is a label all the same. */
function createLabels(reading: Reading) {
  const labels = new Map<string, ImageLabel>();
  const add = (each: ImageLabel): ImageLabel => {
    labels.set(each.name, each);
    reading.label(each);
    return each;
  };
  return {
    add: (all: readonly ImageLabel[]) => {
      for (const each of all) add(each);
    },
    named: (name: string): ImageLabel =>
      labels.get(name) ?? add({ name, colour: null, parent: null, attributes: [], skeleton: null }),
  };
}
