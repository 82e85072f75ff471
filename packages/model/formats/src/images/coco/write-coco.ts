import type { ConformedDocument } from '../convert/conform-document.ts';
import type { WrittenFile } from '../label-file.ts';
import { textChunks } from '../text/text-chunks.ts';
import { annotationOf, categoryOf } from './coco-record.ts';

/**
 * COCO, a file for each split: `annotations/instances_<split>.json`, or `instances.json` for images in none. Images and
 * annotations are numbered from 1 through all files.
 *
 * The images are gone through once. Their annotations are written as they come, before the images, whose records of
 * some hundred bytes each are held until then: readers of JSON take the members of an object in any order, and COCO's
 * own files have the categories behind the annotations.
 */
export async function* writeCoco(document: ConformedDocument): AsyncGenerator<WrittenFile> {
  const numbers = { image: 0, annotation: 0 };
  for (const split of document.splits) {
    const path = `annotations/instances${split === null ? '' : `_${encodeURIComponent(split)}`}.json`;
    yield { path, chunks: textChunks(piecesOf(document, split, numbers)) };
  }
}

async function* piecesOf(
  document: ConformedDocument,
  split: string | null,
  numbers: { image: number; annotation: number },
): AsyncGenerator<string> {
  const { labels, tally } = document;
  const categories = new Map(labels.map(({ name }, at) => [name, at + 1]));
  yield `{"info":{"description":"","version":"1.0"},"licenses":[],\n"categories":[`;
  yield labels.map((label, at) => `\n${categoryOf(label, at + 1)}`).join(',');
  yield '],\n"annotations":[';
  const images: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let first = true;
  for await (const image of document.images(split)) {
    numbers.image += 1;
    const { path, width, height, regions } = image;
    images.push(encoder.encode(JSON.stringify({ id: numbers.image, file_name: path, width, height })));
    let text = '';
    for (const region of regions) {
      numbers.annotation += 1;
      const ids = {
        id: numbers.annotation,
        image: numbers.image,
        category: categories.get(region.label ?? '') ?? 0,
      };
      text += `${first ? '\n' : ',\n'}${annotationOf(region, ids)}`;
      first = false;
    }
    tally.convert('region-id', 'numbers', regions.length);
    yield text;
  }
  yield '],\n"images":[';
  const decoder = new TextDecoder();
  for (const [at, record] of images.entries()) yield `${at === 0 ? '\n' : ',\n'}${decoder.decode(record)}`;
  yield ']}\n';
}
