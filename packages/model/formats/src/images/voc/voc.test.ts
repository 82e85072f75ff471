import { describe, expect, it } from 'vitest';
import { fileOf, read, written } from '../testing/round-trip.ts';

const object = (box: string, more = '') =>
  `<object><name>dog</name>${more}<part><name>head</name><bndbox><xmin>1</xmin></bndbox></part><bndbox>${box}</bndbox></object>`;
const box = (xmin: unknown, ymin: unknown, xmax: unknown, ymax: unknown) =>
  `<xmin>${xmin}</xmin><ymin>${ymin}</ymin><xmax>${xmax}</xmax><ymax>${ymax}</ymax>`;
const annotation = (...objects: string[]) =>
  `<annotation><folder>VOC2012</folder><filename>a.jpg</filename><size><width>20</width><height>10</height><depth>3</depth></size>${objects.join('')}</annotation>`;
const readVoc = (text: string, options = {}) => read('voc', [fileOf('Annotations/a.xml', text)], options);

describe('Pascal VOC that is read', () => {
  it('counts pixels from 1 and includes the last: 1 to 20 is all of an image of 20 pixels', async () => {
    const text = annotation(object(box(1, 1, 20, 10), '<truncated>1</truncated><difficult>1</difficult>'));
    const { images, labels, problems } = await readVoc(text);
    expect(problems).toEqual([]);
    expect(labels.map(({ name }) => name)).toEqual(['dog']);
    expect(images[0]).toMatchObject({ path: 'a.jpg', width: 20, height: 10 });
    expect(images[0]!.regions[0]).toMatchObject({
      geometry: { kind: 'box', x: 0, y: 0, width: 20, height: 10 },
      truncated: true,
      difficult: true,
      occluded: false,
    });
  });

  it('takes numbers for places where it is told to', async () => {
    const { images } = await readVoc(annotation(object(box(1, 2, 3.5, 4))), { vocFirstPixel: 0 });
    expect(images[0]!.regions[0]!.geometry).toMatchObject({ x: 1, y: 2, width: 2.5, height: 2 });
  });

  it('has boxes that CVAT turned, whose corners are those of the unturned one', async () => {
    const turned = (rotation: string) =>
      object(
        box(5, 3, 12, 6),
        `<attributes><attribute><name>rotation</name><value>${rotation}</value></attribute><attribute><name>colour</name><value>red</value></attribute></attributes>`,
      );
    const { images, problems } = await readVoc(annotation(turned('90.0'), turned('0.0'), turned('slight')));
    expect(problems).toEqual([]);
    const [by90, upright, ofWord] = images[0]!.regions;
    expect(by90!.geometry).toEqual({
      kind: 'rotated-box',
      version: 1,
      cx: 8,
      cy: 4,
      width: 8,
      height: 4,
      rotation: Math.PI / 2,
    });
    expect(upright!.geometry).toEqual({ kind: 'box', version: 1, x: 4, y: 2, width: 8, height: 4 });
    expect([by90!.attributes, upright!.attributes]).toEqual([{ colour: 'red' }, { colour: 'red' }]);
    expect([ofWord!.geometry.kind, ofWord!.attributes]).toEqual([
      'box',
      { rotation: 'slight', colour: 'red' },
    ]);
  });

  it('has the splits of its lists, and not those of classes', async () => {
    const { images } = await read('voc', [
      fileOf('VOC2012/Annotations/a.xml', annotation()),
      fileOf('VOC2012/ImageSets/Main/dog_val.txt', 'a -1\n'),
      fileOf('VOC2012/ImageSets/Main/train.txt', 'a\r\nb\r\n'),
      fileOf('VOC2012/ImageSets/Main/trainval.txt', 'a\n'),
    ]);
    expect(images.map(({ split }) => split)).toEqual(['train']);
  });

  it('knows a picture by the folder of its file', async () => {
    const { images } = await read('voc', [fileOf('Annotations/x/y/a.xml', annotation())]);
    expect(images.map(({ path }) => path)).toEqual(['x/y/a.jpg']);
  });
});

describe('bad Pascal VOC', () => {
  it.each([
    ['of a text for a number', box('a', 1, 2, 2), 'not-a-number', 'left-out', 0],
    ['of NaN', box('NaN', 1, 2, 2), 'not-a-number', 'left-out', 0],
    ['without a corner', '<xmin>1</xmin>', 'not-a-number', 'left-out', 0],
    ['with exchanged corners', box(9, 1, 2, 2), 'negative-size', 'changed', 1],
    ['outside', box(30, 1, 32, 2), 'outside', 'left-out', 0],
    ['partly outside', box(-3, 1, 2, 2), 'outside', 'kept', 1],
  ] as const)('a box %s has an outcome, and the next one is kept', async (_, bad, code, outcome, more) => {
    const { images, problems } = await readVoc(annotation(object(bad), object(box(1, 1, 2, 2))));
    expect(problems.map((each) => [each.code, each.outcome, each.place])).toEqual([
      [code, outcome, 'line 1'],
    ]);
    expect(images[0]!.regions).toHaveLength(1 + more);
  });

  it.each([
    [
      'with entities that grow',
      `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>${annotation()}`,
      'unsafe',
    ],
    [
      'that names another file',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><annotation>&x;</annotation>`,
      'unsafe',
    ],
    ['cut off', annotation().slice(0, 40), 'cut-off'],
    ['of elements that cross', '<annotation><a></annotation></a>', 'unreadable'],
    ['of something else', '<annotations></annotations>', 'unreadable'],
    ['without a name', '<annotation></annotation>', 'missing'],
    ['too deep', `<annotation>${'<a>'.repeat(100)}`, 'too-large'],
    ['that is empty', '', 'unreadable'],
    ['of more pixels than any picture', annotation().replace('>20<', '>99999999<'), 'too-large'],
    ['of a size of 0', annotation().replace('>20<', '>0<'), 'no-size'],
  ])('a file %s is told, and the next one is read', async (_, text, code) => {
    const { images, problems } = await read('voc', [
      fileOf('Annotations/a.xml', text),
      fileOf('Annotations/b.xml', annotation(object(box(1, 1, 2, 2))).replace('a.jpg', 'b.jpg')),
    ]);
    expect(problems.map((each) => [each.code, each.file])).toEqual([[code, 'Annotations/a.xml']]);
    expect(images.at(-1)).toMatchObject({ path: 'b.jpg', regions: [{ label: 'dog' }] });
  });
});

it('Pascal VOC that is written keeps pictures apart whose names differ in the ending', async () => {
  const [image] = (await readVoc(annotation(object(box(3, 4, 3, 4))))).images;
  const labels = [{ name: 'dog', colour: null, parent: null, attributes: [], skeleton: null }];
  const images = [image!, { ...image!, path: 'a.png' }].map((each) => ({ ...each, split: 'val' }));
  const { files } = await written('voc', { labels, images });
  expect(files.map(({ path }) => path)).toEqual([
    'Annotations/a.xml',
    'Annotations/a.png.xml',
    'ImageSets/Main/val.txt',
  ]);
  expect(files[2]!.text).toBe('a\na.png\n');
  // One pixel has the same number at both ends.
  expect(files[0]!.text.replaceAll(/\s+/g, '')).toContain(box(3, 4, 3, 4));
});
