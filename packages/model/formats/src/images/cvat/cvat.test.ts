import { pixelsOfRle, rleOfString } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { fileOf, read, written } from '../testing/round-trip.ts';

const META = `<meta><task><labels>
  <label><name>car</name><color>#FF00aa</color><attributes>
    <attribute><name>doors</name><input_type>number</input_type><values>0\n9\n1</values></attribute>
    <attribute><name>paint</name><input_type>select</input_type><values>red\nblue</values></attribute>
  </attributes></label>
  <label><name>person</name><type>skeleton</type><svg>&lt;line data-type=&quot;edge&quot; data-node-from=&quot;2&quot; data-node-to=&quot;1&quot;&gt;&lt;/line&gt;&lt;circle data-node-id=&quot;1&quot; data-label-name=&quot;head&quot;/&gt;&lt;circle data-node-id=&quot;2&quot; data-label-name=&quot;hand&quot;/&gt;</svg></label>
  <label><name>head</name><type>points</type><parent>person</parent></label>
  <label><name>hand</name><type>points</type><parent>person</parent></label>
</labels></task></meta>`;
const document = (...shapes: string[]) =>
  `<?xml version="1.0"?><annotations><version>1.1</version>${META}<image id="0" name="a.jpg" width="12" height="9" subset="train">\n${shapes.join('\n')}</image></annotations>`;
const readCvat = (...shapes: string[]) => read('cvat', [fileOf('annotations.xml', document(...shapes))]);

describe('CVAT that is read', () => {
  it('has labels with their attributes, colours and skeletons', async () => {
    const { labels, problems } = await readCvat();
    expect(problems).toEqual([]);
    expect(labels).toEqual([
      {
        name: 'car',
        colour: '#ff00aa',
        parent: null,
        attributes: [
          { name: 'doors', kind: 'number', choices: [] },
          { name: 'paint', kind: 'choice', choices: ['red', 'blue'] },
        ],
        skeleton: null,
      },
      {
        name: 'person',
        colour: null,
        parent: null,
        attributes: [],
        skeleton: { joints: ['head', 'hand'], bones: [[1, 0]] },
      },
    ]);
  });

  it('has a region for each shape, with what is said of it', async () => {
    const { images, problems } = await readCvat(
      '<box label="car" source="auto" occluded="1" xtl="1" ytl="2" xbr="4" ybr="6" z_order="3" group_id="7"><attribute name="doors">4</attribute><attribute name="own">4</attribute></box>',
      '<box label="car" occluded="0" xtl="1" ytl="2" xbr="4" ybr="6" rotation="90" z_order="1"></box>',
      '<points label="car" occluded="0" points="1,2;3,4"></points>',
      '<skeleton label="person"><points label="hand" outside="0" occluded="1" points="5,6"/><points label="head" outside="1" occluded="0" points="5,6"/></skeleton>',
      '<tag label="car" source="manual"></tag>',
    );
    expect(problems).toEqual([]);
    expect(images[0]).toMatchObject({ path: 'a.jpg', split: 'train' });
    const [box, turned, one, other, skeleton, tag] = images[0]!.regions;
    expect(box).toMatchObject({
      geometry: { kind: 'box', x: 1, y: 2, width: 3, height: 4 },
      attributes: { doors: 4, own: '4' },
      occluded: true,
      group: '7',
      order: 3,
      origin: 'prediction',
    });
    expect(turned!.geometry).toEqual({
      kind: 'rotated-box',
      version: 1,
      cx: 2.5,
      cy: 4,
      width: 3,
      height: 4,
      rotation: Math.PI / 2,
    });
    expect([one!.geometry, other!.geometry]).toMatchObject([
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]);
    expect(one!.group).not.toBeNull();
    expect(one!.group).toBe(other!.group);
    expect(skeleton!.geometry).toMatchObject({
      joints: [
        { name: 'head', visibility: 'absent' },
        { name: 'hand', x: 5, y: 6, visibility: 'occluded' },
      ],
    });
    expect(tag!.geometry.kind).toBe('image-class');
  });

  it('has of a mask the pixels that Datumaro 1.13.12 reads', async () => {
    const { images } = await readCvat(
      '<mask label="car" rle="2, 3, 1, 5, 4, 2, 0, 1, 2" left="3" top="2" width="5" height="4"></mask>',
    );
    const geometry = images[0]!.regions[0]!.geometry;
    const mask =
      geometry.kind === 'mask' ? rleOfString(geometry.width, geometry.height, geometry.counts) : undefined;
    if (!mask?.ok) throw new Error(geometry.kind);
    const pixels = [...pixelsOfRle(mask.value)].map((each) => (each === 1 ? '#' : '.')).join('');
    expect(pixels.match(/.{12}/g)).toEqual(DATUMARO_PIXELS);
  });
});

/** `image` of the mask, of `Dataset.import_from(..., 'cvat')`. */
const DATUMARO_PIXELS = [
  '............',
  '............',
  '.....###....',
  '....####....',
  '...#........',
  '...###......',
  '............',
  '............',
  '............',
];

describe('bad CVAT', () => {
  const good = '<box label="car" xtl="1" ytl="2" xbr="4" ybr="6"></box>';
  it.each([
    ['<box label="car" xtl="" ytl="2" xbr="4" ybr="6"></box>', 'not-a-number', 'left-out'],
    ['<box label="car" xtl="NaN" ytl="2" xbr="4" ybr="6"></box>', 'not-a-number', 'left-out'],
    ['<box label="car" xtl="5" ytl="2" xbr="4" ybr="6"></box>', 'negative-size', 'left-out'],
    ['<box label="car" xtl="50" ytl="2" xbr="54" ybr="6"></box>', 'outside', 'left-out'],
    ['<polygon label="car" points="1,1;2"></polygon>', 'not-a-number', 'left-out'],
    ['<polygon label="car" points="1,1;2,2"></polygon>', 'too-few-points', 'left-out'],
    ['<polygon label="car" points="1,1;8,8;8,1;1,8"></polygon>', 'self-crossing', 'kept'],
    ['<mask label="car" rle="1, 2" left="0" top="0" width="2" height="2"></mask>', 'bad-mask', 'left-out'],
    [
      '<mask label="car" rle="1, -1, 4" left="0" top="0" width="2" height="2"></mask>',
      'bad-mask',
      'left-out',
    ],
    ['<mask label="car" rle="4" left="11" top="0" width="2" height="2"></mask>', 'bad-mask', 'left-out'],
    [
      '<mask label="car" rle="1e9, 1e9" left="0" top="0" width="2" height="2"></mask>',
      'bad-mask',
      'left-out',
    ],
    ['<skeleton label="person"><points label="head" points=""/></skeleton>', 'not-a-number', 'left-out'],
    [
      '<skeleton label="person"><points label="head" points="1,1"/><points label="tail" points="1,1"/></skeleton>',
      'unknown-label',
      'changed',
    ],
    ['<cuboid label="car" xtl1="1"></cuboid>', 'unsupported', 'left-out'],
  ])('%s has an outcome, and the next one is kept', async (bad, code, outcome) => {
    const { images, problems } = await readCvat(bad, good);
    expect(problems.map((each) => [each.code, each.outcome])).toEqual([[code, outcome]]);
    expect(problems[0]!.place).toMatch(/^line \d+$/);
    expect(images[0]!.regions).toHaveLength(outcome === 'left-out' ? 1 : 2);
  });

  it.each([
    ['<!DOCTYPE annotations [<!ENTITY a "b">]><annotations/>', 'unsafe'],
    ['<annotation></annotation>', 'unreadable'],
    ['<annotations><track id="0" label="car"><box frame="0"/></track></annotations>', 'unsupported'],
    [document(good).slice(0, -20), 'cut-off'],
  ])('a file is told: %s', async (text, code) => {
    const { problems } = await read('cvat', [fileOf('a.xml', text)]);
    expect(problems.map((each) => each.code)).toEqual([code]);
  });

  it('an image without a size is asked for, and told where nobody knows', async () => {
    const text = document(good).replace('width="12"', '');
    const known = await read('cvat', [fileOf('a.xml', text)], { sizeOf: () => ({ width: 12, height: 9 }) });
    expect(known.images[0]!.regions).toHaveLength(1);
    const unknown = await read('cvat', [fileOf('a.xml', text)]);
    expect(unknown.problems.map(({ code }) => code)).toEqual(['no-size']);
  });
});

it('an attribute of a kind that CVAT does not have is a text, whatever the kind is called', async () => {
  const text = document().replace('<input_type>number', '<input_type>constructor');
  const { labels } = await read('cvat', [fileOf('a.xml', text)]);
  expect(labels[0]!.attributes[0]).toEqual({ name: 'doors', kind: 'text', choices: [] });
});

it('CVAT that is written tells what XML has no way to say', async () => {
  const labels = [{ name: 'a\u0001b', colour: null, parent: null, attributes: [], skeleton: null }];
  const { files } = await written('cvat', { labels, images: [] });
  expect(files[0]!.text).toContain('<name>a\ufffdb</name>');
});
