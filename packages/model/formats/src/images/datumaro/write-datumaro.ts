import type { ConformedDocument } from '../convert/conform-document.ts';
import type { ImageLabel, LabelledImage } from '../image-document.ts';
import type { WrittenFile } from '../label-file.ts';
import { textChunks } from '../text/text-chunks.ts';
import { annotationOf } from './datumaro-annotation.ts';

/** The kind of media that Datumaro numbers 2: images. */
const IMAGES = 2;

/** Datumaro JSON 1.0, a file for each split: `annotations/<split>.json`, `default.json` for images in none. */
export async function* writeDatumaro(document: ConformedDocument): AsyncGenerator<WrittenFile> {
  for (const split of document.splits) {
    const path = `annotations/${split === null ? 'default' : encodeURIComponent(split)}.json`;
    yield { path, chunks: textChunks(piecesOf(document, split)) };
  }
}

async function* piecesOf(
  { labels, images, tally }: ConformedDocument,
  split: string | null,
): AsyncGenerator<string> {
  yield `{"dm_format_version":"1.0","media_type":${IMAGES},"infos":{},\n"categories":`;
  yield JSON.stringify(categoriesOf(labels));
  yield ',\n"items":[';
  const places = new Map(labels.map(({ name }, at) => [name, at]));
  const numbers = { annotation: 0, group: 0 };
  let first = true;
  for await (const image of images(split)) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(itemOf(image, places, numbers))}`;
    first = false;
    tally.convert('region-id', 'numbers', image.regions.length);
  }
  yield ']}\n';
}

function itemOf(
  image: LabelledImage,
  places: ReadonlyMap<string, number>,
  numbers: { annotation: number; group: number },
): object {
  const { path, width, height, attributes, regions } = image;
  const groups = new Map<string, number>();
  for (const { group } of regions) {
    if (group === null || groups.has(group)) continue;
    numbers.group += 1;
    groups.set(group, numbers.group);
  }
  return {
    id: path.replace(/\.[^./]*$/, ''),
    annotations: regions.map((region) => {
      numbers.annotation += 1;
      return annotationOf(region, {
        id: numbers.annotation,
        label: places.get(region.label ?? ''),
        group: groups.get(region.group ?? '') ?? 0,
      });
    }),
    ...(Object.keys(attributes).length === 0 ? {} : { attr: attributes }),
    image: { path, size: [height, width] },
  };
}

function categoriesOf(labels: readonly ImageLabel[]): object {
  const coloured = labels.flatMap(({ colour }, at) => (colour === null ? [] : [colourOf(at, colour)]));
  const skeletons = labels.flatMap(({ skeleton }, at) =>
    skeleton === null
      ? []
      : [{ label_id: at, labels: skeleton.joints, joints: bonesOf(skeleton.bones), positions: [] }],
  );
  return {
    label: {
      labels: labels.map(({ name, parent }) => ({ name, parent: parent ?? '', attributes: [] })),
      label_groups: [],
      attributes: [],
    },
    ...(coloured.length === 0 ? {} : { mask: { colormap: coloured } }),
    ...(skeletons.length === 0 ? {} : { points: { items: skeletons } }),
  };
}

/** Joints of bones are numbered from 1, as COCO has them. */
const bonesOf = (bones: readonly (readonly [number, number])[]) =>
  bones.map(([from, to]) => [from + 1, to + 1]);

function colourOf(label: number, colour: string): object {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return { label_id: label, r, g, b };
}
