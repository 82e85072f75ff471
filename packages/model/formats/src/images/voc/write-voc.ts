import type { ConformedDocument } from '../convert/conform-document.ts';
import type { ImageRegion, LabelledImage } from '../image-document.ts';
import type { WrittenFile } from '../label-file.ts';
import { textChunks } from '../text/text-chunks.ts';
import { xmlLine } from '../text/xml-text.ts';

/**
 * Pascal VOC: `Annotations/<name>.xml` for each picture, where the name is its path without its ending, or with it where
 * another picture has that name already; and `ImageSets/Main/<split>.txt` for each split, whose names are held until the
 * end.
 */
export async function* writeVoc(document: ConformedDocument): AsyncGenerator<WrittenFile> {
  const written = new Set<string>();
  for (const split of document.splits) {
    const names: string[] = [];
    for await (const image of document.images(split)) {
      const short = image.path.replace(/\.[^./]*$/, '');
      const name = written.has(short) ? image.path : short;
      written.add(name);
      names.push(`${name}\n`);
      yield { path: `Annotations/${name}.xml`, chunks: textChunks(piecesOf(image)) };
    }
    if (split !== null) {
      yield { path: `ImageSets/Main/${encodeURIComponent(split)}.txt`, chunks: textChunks(names) };
    }
  }
}

function* piecesOf({ path, width, height, regions }: LabelledImage): Generator<string> {
  yield '<annotation>\n  <folder></folder>\n';
  yield xmlLine(2, 'filename', path);
  yield `  <size>\n${xmlLine(4, 'width', width)}${xmlLine(4, 'height', height)}${xmlLine(4, 'depth', 3)}  </size>\n`;
  yield xmlLine(2, 'segmented', 0);
  for (const region of regions) yield objectOf(region);
  yield '</annotation>\n';
}

/** Pixels are numbered from 1, and the last one is included: a box of one pixel has the same number twice. */
function objectOf({ geometry, label, occluded, truncated, difficult, attributes }: ImageRegion): string {
  if (geometry.kind !== 'box') throw new TypeError(`Pascal VOC has no ${geometry.kind}.`);
  const { x, y, width, height } = geometry;
  const corners = { xmin: x + 1, ymin: y + 1, xmax: x + width, ymax: y + height };
  const values = Object.entries(attributes).map(
    ([name, value]) =>
      `      <attribute>\n${xmlLine(8, 'name', name)}${xmlLine(8, 'value', String(value))}      </attribute>\n`,
  );
  return [
    '  <object>\n',
    xmlLine(4, 'name', label ?? ''),
    xmlLine(4, 'pose', 'Unspecified'),
    xmlLine(4, 'truncated', truncated ? 1 : 0),
    xmlLine(4, 'occluded', occluded ? 1 : 0),
    xmlLine(4, 'difficult', difficult ? 1 : 0),
    '    <bndbox>\n',
    ...Object.entries(corners).map(([name, value]) => xmlLine(6, name, value)),
    '    </bndbox>\n',
    ...(values.length === 0 ? [] : ['    <attributes>\n', ...values, '    </attributes>\n']),
    '  </object>\n',
  ].join('');
}
