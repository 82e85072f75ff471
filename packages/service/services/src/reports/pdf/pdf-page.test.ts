import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { makePdf, type PdfPage } from './pdf-page.ts';

const about = {
  title: 'A report',
  subject: 'Verdict: passed',
  foot: 'Foot of the page',
  at: new Date('2026-01-31T12:00:00Z'),
};
const made = async (write: (page: PdfPage) => void) => Buffer.from(await makePdf(about, write));

/** What a PDF holds between `stream` and `endstream`, unpacked where it is packed. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap((match) => {
    try {
      return [inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
}

/** Every letter that the maps from glyphs back to text name: what a reader can select and search. */
function selectable(pdf: Buffer): Set<string> {
  const maps = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange'));
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/<([0-9a-f]{4,})>/gi)].map((match) => Number.parseInt((match[1] ?? '').slice(0, 4), 16)),
  );
  return new Set(codes.map((code) => String.fromCharCode(code)));
}

const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length;

it('writes text that can be selected, in more than one script', async () => {
  const words = 'Größe ≤ 5, Ελληνικά, Кириллица';
  const pdf = await made((page) => page.text(words));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const letters = selectable(pdf);
  expect([...words].filter((letter) => !letters.has(letter))).toEqual([]);
});

it('goes on with a table on the next page, and numbers the pages', async () => {
  const columns = [
    { title: 'Name', share: 0.6 },
    { title: 'Value', share: 0.4, end: true },
  ];
  const rows = Array.from({ length: 120 }, (_, at) => [`row ${at}`, { text: String(at), colour: '#14713f' }]);
  expect(pagesOf(await made((page) => page.table(columns, rows.slice(0, 5))))).toBe(1);
  const long = pagesOf(await made((page) => page.table(columns, rows)));
  expect(long).toBeGreaterThan(1);
  expect(long).toBeLessThan(6);
});

it('is the same for the same content but for its id', async () => {
  const once = () =>
    made((page) => {
      page.verdict('Passed', '#14713f');
      page.tiles([{ name: 'Shape error', value: '1.36%', beside: 'noise 1.2%' }]);
      page.list(['first', 'second'], true);
    });
  const [a, b] = [streamsOf(await once()), streamsOf(await once())];
  expect(a.length).toBeGreaterThan(3);
  expect(a).toEqual(b);
});
