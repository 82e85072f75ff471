import { expect, test } from 'vitest';
import { guideline, MOST_GUIDELINE_CHARACTERS } from './guideline.ts';

const uuid = (n: number) => `01931b7a-6b1e-7cc3-98c4-${String(n).padStart(12, '0')}`;
const section = (n: number, more: object = {}) => ({
  id: uuid(n),
  heading: `Section ${n}`,
  roles: [],
  body: 'Text.',
  ...more,
});
const make = (more: object) => ({ type: 'assay.guideline', version: 1, sections: [], ...more });

/** Where a document is wrong, as dotted paths. */
function problems(document: unknown): string[] {
  const read = guideline.safeParse(document);
  return read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'));
}

test('the least document is sections alone; everything else begins empty', () => {
  expect(guideline.parse(make({ sections: [section(1)] }))).toMatchObject({
    glossary: [],
    examples: [],
    checklist: [],
    rules: [],
  });
});

test('what is wrong is named by its field', () => {
  expect(problems(make({ sections: [section(1, { heading: '  ' })] }))).toEqual(['sections.0.heading']);
  expect(problems(make({ sections: [section(1), section(1)] }))).toEqual(['sections.1.id']);
  expect(problems(make({ sections: [section(1, { roles: ['viewer'] })] }))).toEqual(['sections.0.roles.0']);
  expect(problems(make({ sections: [section(1, { roles: ['expert', 'expert'] })] }))).toEqual([
    'sections.0.roles',
  ]);
  const term = (name: string) => ({ term: name, meaning: 'What it means.' });
  expect(problems(make({ glossary: [term('Strike'), term('strike')] }))).toEqual(['glossary.1.term']);
  expect(problems(make({ checklist: [{ id: uuid(1), text: '', required: true }] }))).toEqual([
    'checklist.0.text',
  ]);
  const rule = { id: uuid(1), text: 'Amounts add up', severity: 'error', holds: { op: 'compare' } };
  expect(problems(make({ rules: [rule] })).every((path) => path.startsWith('rules.0.holds'))).toBe(true);
  expect(problems(make({ rules: [{ ...rule, holds: { op: 'true' }, severity: 'fatal' }] }))).toEqual([
    'rules.0.severity',
  ]);
  expect(problems(make({ more: 1 }))).toEqual(['']);
});

test('an example shows values of a row, also missing ones, or a text', () => {
  const example = (content: object) => ({
    id: uuid(1),
    verdict: 'incorrect',
    title: 'Cost without damage',
    content,
    why: 'Nothing was repaired.',
  });
  const values = [
    { column: 'Cost', value: 1200 },
    { column: 'Damage', value: null },
  ];
  expect(problems(make({ examples: [example({ kind: 'row', values })] }))).toEqual([]);
  expect(problems(make({ examples: [example({ kind: 'text', text: 'A gull was seen.' })] }))).toEqual([]);
  expect(problems(make({ examples: [example({ kind: 'row', values: [] })] }))).toEqual([
    'examples.0.content.values',
  ]);
});

test('sections are bounded alone, in number and together', () => {
  const body = 'x'.repeat(20_000);
  expect(problems(make({ sections: [section(1, { body: `${body}x` })] }))).toEqual(['sections.0.body']);
  const most = MOST_GUIDELINE_CHARACTERS / body.length;
  const full = Array.from({ length: most }, (_, at) => section(at, { body }));
  expect(problems(make({ sections: full }))).toEqual([]);
  expect(problems(make({ sections: [...full, section(99)] }))).toEqual(['sections']);
  expect(problems(make({ sections: Array.from({ length: 61 }, (_, at) => section(at)) }))).toEqual([
    'sections',
  ]);
});
