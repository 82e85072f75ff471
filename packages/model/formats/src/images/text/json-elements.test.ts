import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../testing/round-trip.ts';
import { JSON_LIMITS, type JsonElement, jsonElements, type Wanted } from './json-elements.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

async function elementsOf(
  text: string,
  wanted: (key: string | null) => Wanted = () => 'elements',
  {
    chunk = 5,
    limits = JSON_LIMITS,
  }: { chunk?: number; limits?: Record<keyof typeof JSON_LIMITS, number> } = {},
): Promise<JsonElement[]> {
  const all: JsonElement[] = [];
  for await (const batch of jsonElements(fileOf('x.json', text, chunk).chunks(), wanted, limits))
    all.push(...batch);
  return all;
}

const values = (elements: readonly JsonElement[]) =>
  elements.map((each) => ('fault' in each ? `${each.fault.place} ${each.fault.code}` : each.value));

describe('jsonElements', () => {
  it('finds in any document what JSON.parse finds in it, however it is cut and spaced', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()), {
          noNullPrototype: true,
        }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1, '\t'),
        async (document, chunk, space) => {
          const text = JSON.stringify(document, null, space);
          const members = Object.entries(JSON.parse(text) as Record<string, unknown>);
          const elements = await elementsOf(
            text,
            (key) => (Array.isArray(document[key!]) ? 'elements' : 'value'),
            {
              chunk,
            },
          );
          expect(elements).toEqual(
            members.flatMap(([key, value]) => {
              const path = /^[A-Za-z_]\w*$/.test(key) ? `$.${key}` : `$[${JSON.stringify(key)}]`;
              return Array.isArray(value)
                ? value.map((each: unknown, at) => ({ key, place: `${path}[${at}]`, value: each }))
                : [{ key, place: path, value }];
            }),
          );
        },
      ),
      { numRuns: 200 * soak },
    );
  });

  it('gives the elements of an outermost array', async () => {
    expect(await elementsOf(' [1, "a]", {"b": [2]}, [], null ] ')).toEqual(
      [1, 'a]', { b: [2] }, [], null].map((value, at) => ({ key: null, place: `$[${at}]`, value })),
    );
  });

  it('passes over what is not wanted', async () => {
    const text = '{"a": {"b": [1, {"images": [1]}]}, "images": [7], "c": "images", "d": [[2]]}';
    expect(values(await elementsOf(text, (key) => (key === 'images' ? 'elements' : 'nothing')))).toEqual([7]);
  });

  it('reads numbers that are none as null, and leaves texts alone', async () => {
    expect(
      values(await elementsOf('{"a": [NaN, [1, -Infinity], {"b": "NaN \\" Infinity", "c": Infinity}]}')),
    ).toEqual([null, [1, null], { b: 'NaN " Infinity', c: null }]);
  });

  it('goes on behind an element that is damaged, too large or too deep', async () => {
    const limits = { ...JSON_LIMITS, element: 40, depth: 5 };
    const text = `{"a": [{"b": tru}, ${JSON.stringify('x'.repeat(50))}, [[[[[[[1]]]]]]], {"c": 2}]}`;
    expect(values(await elementsOf(text, () => 'elements', { limits }))).toEqual([
      '$.a[0] unreadable',
      '$.a[1] too-large',
      '$.a[2] too-large',
      { c: 2 },
    ]);
  });

  it.each([
    ['', '$ unreadable'],
    ['7', '$ unreadable'],
    ['nothing', '$ unreadable'],
    ['{"a": [1, 2', '$.a[1] cut-off'],
    ['{"a": [1, 2], ', '$ cut-off'],
    ['{"a": [1]}}', '$ unreadable'],
    ['{"a": [1]} {}', '$ unreadable'],
    [']', '$ unreadable'],
  ])('tells what is wrong with %s', async (text, fault) => {
    expect(values(await elementsOf(text)).filter((each) => typeof each === 'string')).toEqual([fault]);
  });

  it('tells of an element that is cut off with its place, and keeps those before', async () => {
    expect(values(await elementsOf('{"a": [{"b": 1}, {"b": [2, 3'))).toEqual([{ b: 1 }, '$.a[1] cut-off']);
  });

  it('tells of a damaged element that holds a very long text, and goes on', async () => {
    const text = `{"a": [{"b": "${'x'.repeat(20_000_000)}" oops}, 2]}`;
    const chunk = 2 ** 16;
    expect(values(await elementsOf(text, () => 'elements', { chunk }))).toEqual(['$.a[0] unreadable', 2]);
  });

  it('holds nothing of what is not wanted, nor of a key or an element that is too long', async () => {
    const limits = { ...JSON_LIMITS, element: 1000 };
    const long = 'x'.repeat(200_000);
    const text = `{"${long}": "${long}", "skip": {"${long}": ["${long}"]}, "a": ["${long}", 1]}`;
    const wanted = (key: string | null) => (key === 'a' ? 'elements' : 'nothing');
    expect(values(await elementsOf(text, wanted, { limits, chunk: 1000 }))).toEqual(['$.a[0] too-large', 1]);
  });

  it('takes off the mark of the byte order', async () => {
    expect(values(await elementsOf('\uFEFF{"a": [1]}'))).toEqual([1]);
  });
});
