import { normaliseAngle } from '@assay/geometry';
import { expect } from 'vitest';
import { conformDocument } from '../convert/conform-document.ts';
import type { WriteReport } from '../convert/write-tally.ts';
import { FORMAT_TABLE } from '../format-table.ts';
import type { ImageLabel, ImageRegion, LabelledImage } from '../image-document.ts';
import type { ImageLabelFormat } from '../image-label-format.ts';
import type { LabelEvent, LabelProblem } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { readImageLabels } from '../read-image-labels.ts';
import { writeImageLabels } from '../write-image-labels.ts';
import { documentOf, type WholeDocument } from './documents.ts';

export type ReadDocument = WholeDocument & { problems: LabelProblem[] };

/** A file of a text, in chunks so small that everything is cut somewhere. */
export function fileOf(path: string, content: string | Uint8Array, chunk = 7): LabelFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    path,
    size: bytes.length,
    chunks: async function* () {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

/** All that a format makes of a document. */
export async function written(
  format: ImageLabelFormat,
  document: WholeDocument,
): Promise<{ files: { path: string; text: string }[]; report: WriteReport }> {
  const { files, report } = writeImageLabels(format, documentOf(document));
  const all: { path: string; text: string }[] = [];
  for await (const { path, chunks } of files) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
    all.push({ path, text: text + decoder.decode() });
  }
  return { files: all, report: report() };
}

/** Puts together what a reader gives, and sees that nothing is named before it was there. */
export async function read(
  format: ImageLabelFormat,
  files: readonly LabelFile[],
  options: ReadOptions = {},
): Promise<ReadDocument> {
  const labels = new Map<string, ImageLabel>();
  const images = new Map<string, { -readonly [Key in keyof LabelledImage]: LabelledImage[Key] }>();
  const problems: LabelProblem[] = [];
  const take = (event: LabelEvent) => {
    if (event.kind === 'label') {
      expect(labels.has(event.label.name)).toBe(false);
      labels.set(event.label.name, event.label);
    } else if (event.kind === 'image') {
      expect(images.has(event.image.path)).toBe(false);
      images.set(event.image.path, { ...event.image, regions: [], relations: [], comments: [] });
    } else if (event.kind === 'problem') problems.push(event);
    else {
      const image = images.get(event.image);
      expect(image, event.image).toBeDefined();
      if (event.kind === 'region') {
        if (event.region.label !== null) expect(labels.has(event.region.label)).toBe(true);
        image!.regions = [...image!.regions, event.region];
      } else if (event.kind === 'relation') image!.relations = [...image!.relations, event.relation];
      else image!.comments = [...image!.comments, event.comment];
    }
  };
  for await (const event of readImageLabels(format, files, options)) take(event);
  return { labels: [...labels.values()], images: [...images.values()], problems };
}

/** A document as the format can say it. */
export async function conformed(format: ImageLabelFormat, document: WholeDocument): Promise<WholeDocument> {
  const { labels, splits, images } = conformDocument(documentOf(document), FORMAT_TABLE[format]);
  const all: LabelledImage[] = [];
  for (const split of splits) for await (const image of images(split)) all.push(image);
  return { labels, images: all };
}

/** What is compared: everything, without what a format says in other words, as ids that are numbered anew. */
export function comparable(format: ImageLabelFormat, { labels, images }: WholeDocument) {
  const { things } = FORMAT_TABLE[format];
  const used = new Set(images.flatMap(({ regions }) => regions.map(({ label }) => label)));
  return {
    labels: labels
      .filter(({ name }) => things['unused-label'] !== 'drops' || used.has(name))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    images: images
      .map(comparableImage(things['region-id'] === 'keeps'))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

const comparableImage = (keepsIds: boolean) => (image: LabelledImage) => {
  // What has no place in the image lies neither above nor below.
  const height = ({ geometry, order }: ImageRegion) => (geometry.kind === 'image-class' ? -1 : order);
  const regions = image.regions.toSorted((a, b) => height(a) - height(b));
  const places = new Map(regions.map(({ id }, at) => [id, at]));
  const groups = regions.map(({ group }) => group);
  return {
    ...image,
    regions: regions.map(({ id, order: _, group, geometry, ...region }) => ({
      ...region,
      ...(keepsIds ? { id } : {}),
      geometry:
        'rotation' in geometry ? { ...geometry, rotation: normaliseAngle(geometry.rotation) } : geometry,
      // The first of its group: what the group is called does not count.
      group: group === null ? null : groups.indexOf(group),
    })),
    relations: image.relations
      .map(({ from, to, label }) => [places.get(from), places.get(to), label])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
  };
};

/** Equal, numbers to 1e-6. */
export function expectSame(found: unknown, expected: unknown, at = '$'): void {
  if (typeof found === 'number' && typeof expected === 'number') {
    if (!(Math.abs(found - expected) <= 1e-6)) expect(found, at).toBe(expected);
  } else if (Array.isArray(found) && Array.isArray(expected)) {
    expect(found.length, `${at}: ${JSON.stringify(found)} for ${JSON.stringify(expected)}`).toBe(
      expected.length,
    );
    for (const [place, each] of found.entries()) expectSame(each, expected[place], `${at}[${place}]`);
  } else if (isRecord(found) && isRecord(expected)) {
    expect(Object.keys(found).sort(), at).toEqual(Object.keys(expected).sort());
    for (const key of Object.keys(found)) expectSame(found[key], expected[key], `${at}.${key}`);
  } else expect(found, at).toEqual(expected);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a document and reads it again. */
export async function roundTrip(
  format: ImageLabelFormat,
  document: WholeDocument,
): Promise<ReadDocument & { report: WriteReport }> {
  const { files, report } = await written(format, document);
  const sizes = new Map(document.images.map(({ path, width, height }) => [path, { width, height }]));
  const given = files.map(({ path, text }) => fileOf(path, text));
  return { ...(await read(format, given, { sizeOf: (path) => sizes.get(path) })), report };
}
