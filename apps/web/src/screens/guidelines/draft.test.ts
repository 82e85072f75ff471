import { guideline } from '@assay/contracts';
import { expect, test } from 'vitest';
import { documentOf, draftOf, emptyDraft, moved, newExample, newRule, newTerm } from './draft.ts';

const uuid = (n: number) => `01931b7a-6b1e-7cc3-98c4-${String(n).padStart(12, '0')}`;

const document = guideline.parse({
  type: 'assay.guideline',
  version: 1,
  sections: [{ id: uuid(1), heading: 'Species', roles: ['annotator'], body: '## Names\n\nAs written.' }],
  glossary: [{ term: 'Remains', meaning: 'What is found.' }],
  examples: [
    {
      id: uuid(2),
      verdict: 'correct',
      title: 'No damage',
      content: {
        kind: 'row',
        values: [
          { column: 'Cost', value: 0 },
          { column: 'Code', value: '007' },
          { column: 'Remark', value: null },
        ],
      },
      why: 'It fits.',
    },
    {
      id: uuid(3),
      verdict: 'incorrect',
      title: 'A text',
      content: { kind: 'text', text: 'A gull' },
      why: 'No.',
    },
  ],
  checklist: [{ id: uuid(4), text: 'Look twice', required: false }],
  rules: [
    {
      id: uuid(5),
      text: 'Costs are not below zero',
      severity: 'warning',
      holds: { op: 'compare', column: 'Cost', comparator: '>=', value: 0 },
    },
  ],
});
const columns = [
  { name: 'Cost', type: 'integer' },
  { name: 'Code', type: 'text' },
];

test('a document comes back from its draft as it was', () => {
  expect(documentOf(draftOf(document), columns)).toEqual({ document, problems: [] });
});

test('what is missing or cannot be read is named by its field', () => {
  const draft = {
    ...emptyDraft(),
    glossary: [newTerm()],
    examples: [newExample('correct')],
    rules: [newRule(), { ...newRule(), text: 'Costs', holds: 'Cost >=' }],
  };
  const { document: none, problems } = documentOf(draft, columns);
  expect(none).toBeNull();
  expect(problems.map(({ field, code }) => [field, code])).toEqual([
    ['rules.0.holds', 'empty'],
    ['rules.1.holds', 'predicate'],
    ['sections.0.heading', 'empty'],
    ['glossary.0.term', 'empty'],
    ['glossary.0.meaning', 'empty'],
    ['examples.0.title', 'empty'],
    ['examples.0.content.values.0.column', 'empty'],
    ['examples.0.why', 'empty'],
    ['rules.0.text', 'empty'],
  ]);
});

test('an entry is moved, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});
