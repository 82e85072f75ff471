import type { Guideline, GuidelineSection } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareGuidelines } from './compare-guidelines.ts';

const section = (id: string, more: Partial<GuidelineSection> = {}): GuidelineSection => ({
  id,
  heading: `Heading ${id}`,
  roles: [],
  body: `First line of ${id}\nSecond line`,
  ...more,
});

const guideline = (sections: GuidelineSection[], more: Partial<Guideline> = {}): Guideline => ({
  type: 'assay.guideline',
  version: 1,
  sections,
  glossary: [],
  examples: [],
  checklist: [],
  rules: [],
  ...more,
});

const kinds = (before: Guideline, after: Guideline) =>
  compareGuidelines(before, after).sections.map(({ id, kind }) => [id, kind]);

test('sections that came, went, changed and moved', () => {
  const before = guideline([section('a'), section('b'), section('c'), section('d')]);
  const after = guideline([
    section('d'),
    section('a', { body: 'First line of a\nAnother line' }),
    section('c', { heading: 'Renamed' }),
    section('e'),
  ]);
  const { sections } = compareGuidelines(before, after);
  expect(sections.map(({ id, kind }) => [id, kind])).toEqual([
    ['d', 'moved'],
    ['a', 'changed'],
    ['c', 'changed'],
    ['e', 'added'],
    ['b', 'removed'],
  ]);
  expect(sections[0]).toMatchObject({ place: { before: 4, after: 1 }, moved: true, lines: [] });
  expect(sections[1]?.lines).toEqual([
    { kind: 'same', text: 'First line of a' },
    { kind: 'removed', text: 'Second line' },
    { kind: 'added', text: 'Another line' },
  ]);
  expect(sections[2]).toMatchObject({ heading: { before: 'Heading c', after: 'Renamed' }, lines: [] });
  expect(sections[3]?.lines.every((line) => line.kind === 'added')).toBe(true);
  expect(sections[4]).toMatchObject({ place: { before: 2, after: null } });
});

test('as few sections as possible are said to have moved', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => section(id));
  const [first, ...rest] = all;
  expect(kinds(guideline(all), guideline([...rest, first ?? section('a')]))).toEqual([['a', 'moved']]);
});

test('for whom a section is counts, the order of the roles does not', () => {
  const before = guideline([section('a', { roles: ['expert', 'annotator'] })]);
  expect(kinds(before, guideline([section('a', { roles: ['annotator', 'expert'] })]))).toEqual([]);
  expect(kinds(before, guideline([section('a', { roles: ['expert'] })]))).toEqual([['a', 'changed']]);
});

test('terms by name, examples, checks and rules by id', () => {
  const check = { id: 'k', text: 'Look twice', required: true };
  const example = { id: 'x', verdict: 'correct' as const, title: 'A gull', why: 'It is one.' };
  const row = { kind: 'row' as const, values: [{ column: 'Species', value: 'Gull' }] };
  const rule = { id: 'r', text: 'Cost', severity: 'error' as const, holds: { op: 'true' as const } };
  const before = guideline([], {
    glossary: [
      { term: 'Strike', meaning: 'A bird is hit.' },
      { term: 'Remains', meaning: 'What is found.' },
    ],
    examples: [{ ...example, content: row }],
    checklist: [check],
    rules: [rule],
  });
  const after = guideline([], {
    glossary: [
      { term: 'Remains', meaning: 'What is found.' },
      { term: 'strike', meaning: 'A bird or a bat is hit.' },
    ],
    // The database gives the keys of an object back in its own order.
    examples: [{ content: { values: [{ value: 'Gull', column: 'Species' }], kind: 'row' }, ...example }],
    checklist: [{ ...check, required: false }],
    rules: [],
  });
  expect(compareGuidelines(before, after)).toEqual({
    sections: [],
    glossary: [
      {
        before: { term: 'Strike', meaning: 'A bird is hit.' },
        after: { term: 'strike', meaning: 'A bird or a bat is hit.' },
      },
    ],
    examples: [],
    checklist: [{ before: check, after: { ...check, required: false } }],
    rules: [{ before: rule, after: null }],
  });
});

const sections = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.constantFrom('one', 'two\nthree', '').map((body) => section(id, { body, heading: id })),
      ),
    ),
  );

test('a comparison tells everything: with it the later version is made of the earlier one', () => {
  const numRuns = process.env.ASSAY_SOAK === '1' ? 50_000 : 500;
  fc.assert(
    fc.property(sections, sections, (old, now) => {
      const changes = compareGuidelines(guideline(old), guideline(now)).sections;
      const of = (id: string) => changes.find((change) => change.id === id);
      const left = old.filter(
        ({ id }) => !['removed'].includes(of(id)?.kind ?? '') && of(id)?.moved !== true,
      );
      const kept = left.map(({ id, body }) => {
        const lines = of(id)?.lines ?? [];
        return { id, body: lines.length === 0 ? body : read(lines) };
      });
      const placed = changes
        .filter((change) => change.kind === 'added' || change.moved)
        .sort((a, b) => (a.place.after ?? 0) - (b.place.after ?? 0));
      for (const { id, lines, place } of placed) {
        const body = lines.length === 0 ? (old.find((each) => each.id === id)?.body ?? '') : read(lines);
        kept.splice((place.after ?? 1) - 1, 0, { id, body });
      }
      expect(kept).toEqual(now.map(({ id, body }) => ({ id, body })));
    }),
    { numRuns },
  );
});

const read = (lines: readonly { kind: string; text: string }[]) =>
  lines
    .filter((line) => line.kind !== 'removed')
    .map((line) => line.text)
    .join('\n');
