import { leftOut } from '../check/check-geometry.ts';
import { fileFault } from '../check/file-fault.ts';
import {
  arrayOf,
  attributesOf,
  isObject,
  type JsonObject,
  keyOf,
  numberOf,
  objectOf,
  textOfValue,
} from '../check/json-value.ts';
import { type FoundRegion, type Place, type Reading, shown } from '../check/reading.ts';
import type { ImageEntry } from '../image-document.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, PictureSize, ReadOptions } from '../label-file.ts';
import { jsonElements } from '../text/json-elements.ts';
import { geometryOfResult, shapeTypeOf } from './studio-geometry.ts';
import { picturePathOf } from './studio-picture.ts';

/** Members of the data of a task that say something of the picture itself. */
const OWN_DATA = ['image', 'width', 'height', 'split'];

type Source = { file: LabelFile; reading: Reading; options: ReadOptions };

/** Label Studio JSON: tasks with their annotations and predictions. Annotations that were skipped are passed over. */
export async function* readLabelStudio(
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  for (const file of files) {
    if (!/\.json$/i.test(file.path)) continue;
    let isList = false;
    const wanted = (key: string | null) => {
      isList ||= key === null;
      return key === null ? 'elements' : 'nothing';
    };
    for await (const elements of jsonElements(file.chunks(), wanted)) {
      for (const element of elements) {
        if ('fault' in element) {
          const { code, place, message } = element.fault;
          reading.problem({ file: file.path, place }, fileFault(code, message));
        } else
          yield* readTask(
            element.value,
            { file: file.path, place: element.place },
            { file, reading, options },
          );
      }
      yield reading.take();
    }
    if (!isList)
      reading.problem({ file: file.path, place: '$' }, fileFault('unreadable', 'It is no list of tasks.'));
    yield reading.take();
  }
}

/** What one person or one model said of a task. */
type Said = { readonly record: JsonObject; readonly at: Place; readonly origin: 'annotation' | 'prediction' };

async function* readTask(
  task: unknown,
  at: Place,
  { reading, options }: Source,
): AsyncGenerator<LabelEvent[]> {
  const data = objectOf(objectOf(task).data);
  const path = picturePathOf(data);
  if (path === undefined) {
    reading.problem(
      at,
      fileFault('missing', 'The task names no picture.', 'It was left out; the others were kept.'),
    );
    return;
  }
  const lists = (['annotations', 'predictions'] as const).flatMap((list) =>
    arrayOf(objectOf(task)[list]).map(
      (record, index): Said => ({
        record: objectOf(record),
        at: { file: at.file, place: `${at.place}.${list}[${index}]` },
        origin: list === 'annotations' ? 'annotation' : 'prediction',
      }),
    ),
  );
  const size = sizeIn(data) ?? sizeInResults(lists) ?? (await options.sizeOf?.(path));
  const entry = {
    path,
    width: size?.width ?? Number.NaN,
    height: size?.height ?? Number.NaN,
    split: textOfValue(data.split) ?? null,
    attributes: attributesOf(data, path === data.image ? OWN_DATA : [...OWN_DATA, ...nameOfPicture(data)]),
  };
  const image = reading.image(at, entry);
  if (image === undefined) return;
  const ids = new Set<string>();
  for (const said of lists) yield* readSaid(said, image, ids, reading);
}

/** The member that names the picture. */
const nameOfPicture = (data: JsonObject): string[] =>
  Object.keys(data).filter((key) => picturePathOf({ [key]: data[key] }) === picturePathOf(data));

function sizeIn({ width, height }: JsonObject): PictureSize | undefined {
  return numberOf(width) > 0 && numberOf(height) > 0
    ? { width: numberOf(width), height: numberOf(height) }
    : undefined;
}

function sizeInResults(lists: readonly Said[]): PictureSize | undefined {
  for (const { record } of lists) {
    for (const result of arrayOf(record.result)) {
      const { original_width: width, original_height: height } = objectOf(result);
      const size = sizeIn({ width, height });
      if (size !== undefined) return size;
    }
  }
  return undefined;
}

function* readSaid(
  { record, at, origin }: Said,
  image: ImageEntry,
  ids: Set<string>,
  reading: Reading,
): Generator<LabelEvent[]> {
  if (record.was_cancelled === true) {
    reading.problem(at, {
      ...leftOut(
        'unsupported',
        'The annotation was skipped by whoever made it.',
        'Nothing needs to be done.',
      ),
      kept: 'It was left out; the others were kept.',
    });
    return;
  }
  const author = origin === 'prediction' ? textOfValue(record.model_version) : authorOf(record.completed_by);
  const scoreOf = (result: JsonObject) => {
    const score = [numberOf(result.score), numberOf(record.score)].find(Number.isFinite);
    return origin === 'prediction' ? (score ?? null) : null;
  };
  const results = arrayOf(record.result).map((result, index) => ({
    result: objectOf(result),
    at: { file: at.file, place: `${at.place}.result[${index}]` },
  }));
  // The same id in what another one said is another region: predictions are copied into annotations with theirs.
  const idOf = (id: string) => (ids.has(id) ? `${keyOf(record.id) ?? at.place}/${id}` : id);
  const taken = new Map<string, string>();
  for (const [id, own] of byId(results)) {
    for (const [place, found] of regionsOf(own, image, reading).entries()) {
      const regionId = place === 0 ? idOf(id) : `${idOf(id)}/${place + 1}`;
      if (found.label !== null) {
        const { label: name } = found;
        reading.label({ name, colour: null, parent: null, attributes: [], skeleton: null });
      }
      const { result } = own[0]!;
      const remark = remarkOf(own);
      const more = { id: regionId, origin, author: author ?? null, score: scoreOf(result), remark };
      if (reading.region(own[0]!.at, image, { ...found, ...more }) && place === 0) taken.set(id, regionId);
    }
    if (reading.isDue()) yield reading.take();
  }
  for (const { result, at: place } of results) {
    if (result.type === 'relation') readRelation(result, { place, taken, image, reading });
  }
  for (const id of taken.keys()) ids.add(id);
}

type Result = { readonly result: JsonObject; readonly at: Place };

/** Results of one region have one id; one without an id is for itself. */
function byId(results: readonly Result[]): Map<string, Result[]> {
  const found = new Map<string, Result[]>();
  for (const each of results) {
    if (each.result.type === 'relation') continue;
    const id = textOfValue(each.result.id) ?? each.at.place ?? '';
    const own = found.get(id);
    if (own === undefined) found.set(id, [each]);
    else own.push(each);
  }
  return found;
}

/** What the results of one id are together: a shape with its label and attributes, or classes of the image. */
function regionsOf(results: readonly Result[], image: ImageEntry, reading: Reading): FoundRegion[] {
  const shaped = results.filter(({ result }) => shapeTypeOf(textOfValue(result.type) ?? '') !== undefined);
  const [first] = shaped;
  if (first === undefined) return classesOf(results, reading);
  const type = textOfValue(first.result.type) ?? '';
  const value = objectOf(first.result.value);
  const geometry = geometryOfResult(shapeTypeOf(type) ?? '', value, image, reading.room);
  if ('code' in geometry) {
    reading.problem(first.at, geometry);
    return [];
  }
  // Where shapes and labels are put in by two controls, the label is a result of its own.
  const labelled = results.filter(({ result }) => result.type === 'labels');
  const labels = [...shaped, ...labelled].flatMap(({ result }) =>
    arrayOf(objectOf(result.value)[textOfValue(result.type) ?? '']),
  );
  const label = labels.map(textOfValue).find((each) => each !== undefined) ?? null;
  if (labels.length > 1) {
    reading.problem(first.at, {
      code: 'unsupported',
      message: `It has ${labels.length} labels.`,
      outcome: 'changed',
      kept: `The first one was kept: ${shown(String(label))}.`,
      next: 'Look at it, and add another region where one is meant.',
    });
  }
  return [
    {
      geometry,
      label,
      attributes: attributesOfResults(
        results.filter((each) => !shaped.includes(each) && !labelled.includes(each)),
        reading,
      ),
    },
  ];
}

function classesOf(results: readonly Result[], reading: Reading): FoundRegion[] {
  const [first, ...rest] = results;
  if (first?.result.type !== 'choices') {
    for (const { at, result } of results)
      reading.problem(
        at,
        leftOut('unsupported', `There is nothing here that ${shown(String(result.type))} could be.`),
      );
    return [];
  }
  const attributes = attributesOfResults(rest, reading);
  return arrayOf(objectOf(first.result.value).choices).flatMap((choice) => {
    const label = textOfValue(choice);
    return label === undefined
      ? []
      : [{ geometry: { kind: 'image-class', version: 1 } as const, label, attributes }];
  });
}

/** Attributes by the name of what they were put in by. */
function attributesOfResults(
  results: readonly Result[],
  reading: Reading,
): FoundRegion['attributes'] & object {
  const entries = results.flatMap(({ result, at }): [string, string | number][] => {
    const name = textOfValue(result.from_name) ?? '';
    const value = objectOf(result.value);
    const number = numberOf(value.number ?? value.rating);
    if (Number.isFinite(number)) return [[name, number]];
    const texts = [value.text, value.choices].flatMap((each) => (Array.isArray(each) ? each : [each]));
    const found = texts.filter((each) => typeof each === 'string');
    if (found.length > 0) return [[name, found.join('\n')]];
    reading.problem(at, {
      ...leftOut('unsupported', `${shown(name)} is no text, number or choice.`),
      outcome: 'changed',
      kept: 'It was left out of the region.',
    });
    return [];
  });
  return Object.fromEntries(entries);
}

/** What is written about a region itself: some versions keep one text, others a list. */
function remarkOf(results: readonly Result[]): string | null {
  const texts = results.flatMap(({ result }) => objectOf(result.meta).text ?? []);
  const said = texts.filter((each) => typeof each === 'string');
  return said.length === 0 ? null : [...new Set(said)].join('\n');
}

function authorOf(completedBy: unknown): string | undefined {
  if (isObject(completedBy)) return textOfValue(completedBy.email) ?? keyOf(completedBy.id)?.toString();
  return keyOf(completedBy)?.toString();
}

function readRelation(
  result: JsonObject,
  {
    place,
    taken,
    image,
    reading,
  }: { place: Place; taken: ReadonlyMap<string, string>; image: ImageEntry; reading: Reading },
): void {
  const from = taken.get(textOfValue(result.from_id) ?? '');
  const to = taken.get(textOfValue(result.to_id) ?? '');
  if (from === undefined || to === undefined) {
    reading.problem(place, {
      ...leftOut('missing', 'One of the regions that it joins is not there.'),
      kept: 'The relation was left out; the rest was kept.',
    });
    return;
  }
  const label = textOfValue(arrayOf(result.labels)[0]) ?? null;
  // To the left is from the second to the first; both ways is kept as one.
  const ends = result.direction === 'left' ? { from: to, to: from } : { from, to };
  reading.event({ kind: 'relation', image: image.path, relation: { ...ends, label } });
}
