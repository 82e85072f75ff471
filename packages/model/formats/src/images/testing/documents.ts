import type { Geometry, GeometryKind } from '@assay/contracts';
import { rleOfPixels, rleToString } from '@assay/geometry';
import fc from 'fast-check';
import type {
  AttributeValues,
  ImageAttribute,
  ImageDocument,
  ImageLabel,
  ImageRegion,
  LabelledImage,
} from '../image-document.ts';
import type { PictureSize } from '../label-file.ts';

/** A document whose images are all there. */
export type WholeDocument = { labels: readonly ImageLabel[]; images: readonly LabelledImage[] };

const KINDS: readonly GeometryKind[] = [
  'box',
  'rotated-box',
  'polygon',
  'polyline',
  'point',
  'ellipse',
  'skeleton',
  'mask',
  'image-class',
];
const SPLITS = [null, 'train', 'val', 'test'] as const;
/** Folders that mean something in one format or another, and names that must be escaped. */
const FOLDERS = ['images', 'labels', 'train', 'a b', 'ü&"<', 'annotations'];

/** Characters that mean something in JSON, XML, YAML or lists of words. */
const text = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'aZ09 .,:;#&<>"\'-_/é漢😀{}[]|%') })
  .map((each) => each.trim())
  .filter((each) => each !== '');
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((each) => each + 0);

const attributeOf = (name: string): fc.Arbitrary<ImageAttribute> =>
  fc.oneof(
    fc.constantFrom('text' as const, 'number' as const, 'boolean' as const).map((kind) => ({
      name,
      kind,
      choices: [],
    })),
    fc
      .uniqueArray(text, { minLength: 1, maxLength: 3 })
      .map((choices) => ({ name, kind: 'choice' as const, choices })),
  );

const skeleton = fc.uniqueArray(text, { minLength: 1, maxLength: 5 }).chain((joints) =>
  fc.record({
    joints: fc.constant(joints),
    bones: fc.array(fc.tuple(fc.nat(joints.length - 1), fc.nat(joints.length - 1)), { maxLength: 4 }),
  }),
);

const labelOf = (name: string): fc.Arbitrary<ImageLabel> =>
  fc.record({
    name: fc.constant(name),
    colour: fc.option(fc.nat(0xffffff).map((each) => `#${each.toString(16).padStart(6, '0')}`)),
    parent: fc.option(text.filter((each) => each !== name)),
    attributes: fc
      .uniqueArray(text, { maxLength: 3 })
      .chain((names) => fc.tuple(...names.map(attributeOf)) as fc.Arbitrary<ImageAttribute[]>),
    skeleton: fc.option(skeleton),
  });

function valueFor({ kind, choices }: ImageAttribute): fc.Arbitrary<string | number | boolean> {
  if (kind === 'number') return number;
  if (kind === 'boolean') return fc.boolean();
  return kind === 'choice' ? fc.constantFrom(...choices) : text;
}

/** Values of what the label asks for, and of something that it does not. */
const attributesFor = (label: ImageLabel | null): fc.Arbitrary<AttributeValues> =>
  fc
    .tuple(
      ...(label?.attributes ?? []).map((attribute) =>
        fc.option(valueFor(attribute).map((value) => [attribute.name, value] as const)),
      ),
      fc.option(
        fc.tuple(
          fc.constantFrom('occluded', 'own', 'score', 'rotation'),
          fc.oneof(text, number, fc.boolean()),
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== null)));

const within = (most: number) => fc.double({ min: 0, max: most, noNaN: true }).map((each) => each + 0);
const pointIn = ({ width, height }: PictureSize) => fc.record({ x: within(width), y: within(height) });
const angle = fc.double({ min: -3, max: 3, noNaN: true });
const size = (most: number) => fc.double({ min: 0.5, max: Math.max(1, most), noNaN: true });

function geometryIn(
  image: PictureSize,
  label: ImageLabel | null,
  kind: GeometryKind,
): fc.Arbitrary<Geometry> {
  const { width, height } = image;
  const version = fc.constant(1 as const);
  const point = pointIn(image);
  switch (kind) {
    case 'box':
      return fc
        .tuple(point, size(width), size(height))
        .map(([{ x, y }, across, down]) => ({ kind, version: 1, x, y, width: across, height: down }));
    case 'rotated-box':
      return fc.tuple(point, size(width), size(height), angle).map(([{ x, y }, across, down, rotation]) => ({
        kind,
        version: 1,
        cx: x,
        cy: y,
        width: across,
        height: down,
        rotation,
      }));
    case 'ellipse':
      return fc
        .tuple(point, size(width), size(height), angle)
        .map(([{ x, y }, rx, ry, rotation]) => ({ kind, version: 1, cx: x, cy: y, rx, ry, rotation }));
    case 'polygon':
      return fc
        .array(point, { minLength: 3, maxLength: 8 })
        .filter((points) => points[0]!.x !== points.at(-1)!.x || points[0]!.y !== points.at(-1)!.y)
        .map((points) => ({ kind, version: 1, points }));
    case 'polyline':
      return fc.array(point, { minLength: 2, maxLength: 8 }).map((points) => ({ kind, version: 1, points }));
    case 'point':
      return point.map(({ x, y }) => ({ kind, version: 1, x, y }));
    case 'skeleton': {
      const names = label?.skeleton?.joints ?? ['head', 'tail'];
      const joint = (name: string) =>
        fc
          .tuple(point, fc.constantFrom('visible' as const, 'occluded' as const, 'absent' as const))
          .map(([{ x, y }, visibility]) => ({ name, x, y, visibility }));
      return fc.tuple(...names.map(joint)).map((joints) => ({ kind, version: 1, joints }));
    }
    case 'mask':
      return fc
        .uint8Array({ minLength: width * height, maxLength: width * height, max: 1 })
        .map((pixels) => ({
          kind,
          version: 1,
          width,
          height,
          counts: rleToString(rleOfPixels(pixels, width, height)),
        }));
    case 'image-class':
      return version.map(() => ({ kind, version: 1 }));
  }
}

const regionIn = (image: PictureSize, labels: readonly ImageLabel[]): fc.Arbitrary<ImageRegion> =>
  fc
    .tuple(fc.constantFrom(...KINDS), fc.option(fc.constantFrom(...labels), { freq: 9 }))
    .chain(([kind, label]) =>
      fc.record({
        id: fc.constant(''),
        geometry: geometryIn(image, label, kind),
        label: fc.constant(label?.name ?? null),
        attributes: attributesFor(label),
        occluded: fc.boolean(),
        truncated: fc.boolean(),
        difficult: fc.boolean(),
        crowd: fc.boolean(),
        group: fc.option(fc.constantFrom('g', 'h')),
        order: fc.nat(100),
        origin: fc.constantFrom('annotation' as const, 'prediction' as const),
        score: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((each) => each + 0)),
        author: fc.option(text),
        remark: fc.option(fc.oneof(text, fc.constantFrom('', 'One,\n or two? ')), { freq: 2 }),
      }),
    )
    .map((region) => (region.origin === 'annotation' ? { ...region, score: null } : region));

const imageWith = (labels: readonly ImageLabel[], at: number): fc.Arbitrary<LabelledImage> =>
  fc
    .record({
      folders: fc.array(fc.constantFrom(...FOLDERS), { maxLength: 2 }),
      width: fc.integer({ min: 1, max: 24 }),
      height: fc.integer({ min: 1, max: 24 }),
      split: fc.constantFrom(...SPLITS),
      attributes: fc.dictionary(fc.constantFrom('weather', 'hour'), fc.oneof(text, number, fc.boolean()), {
        noNullPrototype: true,
      }),
    })
    .chain(({ folders, ...image }) =>
      fc
        .record({
          regions: fc.array(regionIn(image, labels), { maxLength: 6 }),
          ends: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.option(text)), { maxLength: 2 }),
          comments: fc.array(text, { maxLength: 1 }),
        })
        .map(({ regions, ends, comments }) => ({
          ...image,
          path: [...folders, `${at}.jpg`].join('/'),
          regions: regions.map((region, place) => ({ ...region, id: `${at}-${place}` })),
          relations: ends
            .filter(([from, to]) => from < regions.length && to < regions.length)
            .map(([from, to, label]) => ({ from: `${at}-${from}`, to: `${at}-${to}`, label })),
          comments: comments.map((comment) => ({ region: null, author: null, text: comment })),
        })),
    );

/** Documents with every kind of region and everything that can be said of one; coordinates lie in the image. */
export const anyDocument: fc.Arbitrary<WholeDocument> = fc
  .uniqueArray(text, { minLength: 1, maxLength: 4 })
  .chain((names) => fc.tuple(...names.map(labelOf)) as fc.Arbitrary<ImageLabel[]>)
  .chain((labels) =>
    fc
      .nat(4)
      .chain((count) =>
        fc
          .tuple(...Array.from({ length: count }, (_, at) => imageWith(labels, at)))
          .map((images) => ({ labels, images: images as LabelledImage[] })),
      ),
  );

export function documentOf({ labels, images }: WholeDocument): ImageDocument {
  return {
    labels,
    splits: [...new Set(images.map(({ split }) => split))],
    images: async function* (split) {
      for (const image of images) if (image.split === split) yield image;
    },
  };
}
