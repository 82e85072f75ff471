import { expect, it } from 'vitest';
import { fileOf, read } from '../testing/round-trip.ts';

const object = (xmin: unknown, ymin: unknown, xmax: unknown, ymax: unknown) =>
  `<object><name>dog</name><part><name>head</name><bndbox><xmin>0</xmin><ymin>0</ymin></bndbox></part>
<bndbox><xmin>${xmin}</xmin><ymin>${ymin}</ymin><xmax>${xmax}</xmax><ymax>${ymax}</ymax></bndbox></object>`;
const voc = (name: string, ...objects: string[]) =>
  fileOf(
    `Annotations/${name}.xml`,
    `<annotation><filename>${name}.jpg</filename><size><width>20</width><height>10</height></size>${objects.join('')}</annotation>`,
  );
const boxes = async (...given: Parameters<typeof read>) => {
  const { images, problems } = await read(...given);
  return {
    problems,
    boxes: images.flatMap(({ regions }) =>
      regions.map(({ geometry }) =>
        geometry.kind === 'box' ? [geometry.x, geometry.y, geometry.width, geometry.height] : [],
      ),
    ),
  };
};
const bySet = { vocFirstPixel: 'by-set' } as const;

it('a set in which a box begins at 0 counts from 0, in all its files', async () => {
  const files = [voc('a', object(2, 3, 8, 9)), voc('b', object(4, 4, 5, 5), object('0.0', 2, 10, 10))];
  const found = await boxes('voc', files, bySet);
  expect(found.boxes).toEqual([
    [2, 3, 6, 6],
    [4, 4, 1, 1],
    [0, 2, 10, 8],
  ]);
  expect(found.problems).toMatchObject([
    {
      code: 'outside',
      outcome: 'changed',
      file: 'Annotations/b.xml',
      place: expect.stringMatching(/^line \d$/),
    },
  ]);
  // Nobody asked to find it out.
  expect((await boxes('voc', files)).boxes).toEqual([
    [1, 2, 7, 7],
    [3, 3, 2, 2],
    [-1, 1, 11, 9],
  ]);
});

it('a set without a 0 counts from 1, also where a box reaches beyond the border', async () => {
  const files = [voc('a', object(1, 1, 20, 10), object(0.5, 2, 8, 9)), voc('b', object(-3, 2, 4, 4))];
  const found = await boxes('voc', files, bySet);
  expect(found.boxes).toEqual([
    [0, 0, 20, 10],
    [-0.5, 1, 8.5, 8],
    [-4, 1, 8, 3],
  ]);
  expect(found.problems.map(({ outcome }) => outcome)).toEqual(['kept', 'kept']);
});

it.each([
  ['of something else', '<annotations><object><bndbox><xmin>0</xmin></bndbox></object></annotations>'],
  [
    'that names another file',
    '<!DOCTYPE a><annotation><object><bndbox><xmin>0</xmin></bndbox></object></annotation>',
  ],
  [
    'without numbers',
    '<annotation><object><bndbox><xmin> </xmin><ymin>none</ymin></bndbox></object></annotation>',
  ],
])('a file %s says nothing of the others', async (_, text) => {
  const files = [fileOf('Annotations/a.xml', text), voc('b', object(1, 1, 2, 2))];
  expect((await boxes('voc', files, bySet)).boxes).toEqual([[0, 0, 2, 2]]);
});
