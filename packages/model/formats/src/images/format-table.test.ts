import { readFileSync } from 'node:fs';
import type { GeometryKind } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { type DocumentThing, documentThings, FORMAT_TABLE } from './format-table.ts';
import type { ImageLabelFormat } from './image-label-format.ts';
import { imageLabelFormats } from './image-label-format.ts';
import type { WholeDocument } from './testing/documents.ts';
import { EACH_KIND, keptKind, withKind, withThing } from './testing/every-thing.ts';
import { formatTables } from './testing/format-table-text.ts';
import { expectSame, roundTrip } from './testing/round-trip.ts';

/** What of a document says a thing. */
const SAID: Readonly<Record<DocumentThing, (document: WholeDocument) => unknown>> = {
  unlabelled: ({ images }) => images[0]!.regions.map(({ label }) => label),
  attributes: ({ images }) => images[0]!.regions[0]!.attributes,
  'attribute-types': ({ images }) => images[0]!.regions[0]!.attributes,
  occluded: ({ images }) => images[0]!.regions[0]!.occluded,
  truncated: ({ images }) => images[0]!.regions[0]!.truncated,
  difficult: ({ images }) => images[0]!.regions[0]!.difficult,
  crowd: ({ images }) => images[0]!.regions[0]!.crowd,
  group: ({ images }) =>
    images[0]!.regions.map(({ group }) => group !== null && group === images[0]!.regions[0]!.group),
  order: ({ images }) => images[0]!.regions.toSorted((a, b) => a.order - b.order).map(({ label }) => label),
  prediction: ({ images }) => images[0]!.regions[0]!.origin,
  score: ({ images }) => images[0]!.regions[0]!.score,
  author: ({ images }) => images[0]!.regions[0]!.author,
  'region-id': ({ images }) => images[0]!.regions[0]!.id,
  relation: ({ images }) => images[0]!.relations.map(({ label }) => label),
  comment: ({ images }) => images[0]!.comments,
  remark: ({ images }) => images[0]!.regions[0]!.remark,
  split: ({ images }) => images[0]!.split,
  'image-attributes': ({ images }) => images[0]!.attributes,
  'unused-label': ({ labels }) => labels.map(({ name }) => name).sort(),
  colour: ({ labels }) => labels[0]!.colour,
  parent: ({ labels }) => labels[0]!.parent,
  'label-attributes': ({ labels }) => labels[0]!.attributes,
  'label-skeleton': ({ labels }) => labels[0]!.skeleton,
};

/** What is said where nothing is: of a document that has been written without the thing. */
const NOTHING: Partial<Record<DocumentThing, unknown>> = {
  unlabelled: [],
  attributes: {},
  'attribute-types': {},
  group: [false, false],
  prediction: 'annotation',
  score: null,
  author: null,
  relation: [],
  comment: [],
  remark: null,
  split: null,
  'image-attributes': {},
  'unused-label': ['thing'],
  colour: null,
  parent: null,
  'label-attributes': [],
  'label-skeleton': null,
};

describe.each(imageLabelFormats)('the table of %s', (format) => {
  it.each(Object.keys(EACH_KIND) as GeometryKind[])(
    'says what becomes of a region of the kind %s',
    async (kind) => {
      const fate = FORMAT_TABLE[format].regions[kind];
      const { images, report, problems } = await roundTrip(format, withKind(kind));
      const found = images[0]!.regions.map(({ geometry }) => geometry);
      expect(problems).toEqual([]);
      if (fate === 'keeps') {
        expectSame(found, [EACH_KIND[kind]]);
        expect([...report.converted, ...report.dropped].map(({ thing }) => thing)).not.toContain(kind);
      } else if (fate === 'drops') {
        expect(found).toEqual([]);
        expect(report.dropped).toContainEqual({ thing: kind, why: 'not-in-format', count: 1 });
      } else {
        expect(found.map((geometry) => geometry.kind)).toEqual([fate.as]);
        expect(report.converted).toContainEqual({ thing: kind, to: fate.as, count: 1 });
      }
    },
  );

  it.each(documentThings)('says what becomes of: %s', async (thing) => {
    const fate = FORMAT_TABLE[format].things[thing];
    const document = withThing(thing, keptKind(format));
    const again = await roundTrip(format, document);
    const counted = [...again.report.converted, ...again.report.dropped].map((each) => each.thing);
    if (fate === 'keeps') {
      expect(SAID[thing](again)).toEqual(SAID[thing](document));
      expect(counted).not.toContain(thing);
    } else if (fate === 'drops') {
      if (thing !== 'region-id')
        expect(SAID[thing](again)).toEqual(thing in NOTHING ? NOTHING[thing] : false);
      expect(SAID[thing](again)).not.toEqual(SAID[thing](document));
      // Where attributes are dropped nothing is left that could have a type; ids are nothing that anybody asks for.
      if (thing === 'attribute-types') expect(counted).toContain('attributes');
      else if (thing !== 'region-id') expect(counted).toContain(thing);
    } else if (thing === 'order') expect(SAID[thing](again)).toEqual(SAID[thing](document));
    else {
      expect(SAID[thing](again)).not.toEqual(SAID[thing](document));
      expect(again.report.converted).toContainEqual({ thing, to: fate.as, count: 1 });
    }
  });
});

it('the guide has the table as it is', () => {
  const guide = readFileSync(new URL('../../../../../docs/image-formats.md', import.meta.url), 'utf8');
  for (const table of formatTables()) expect(guide).toContain(table);
});

it('no format is left out of the table', () => {
  const formats: readonly ImageLabelFormat[] = imageLabelFormats;
  expect(Object.keys(FORMAT_TABLE)).toEqual(formats);
});
