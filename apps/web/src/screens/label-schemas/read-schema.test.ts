import { expect, test } from 'vitest';
import { newAttribute, newLabel, newQuestion, withKeys } from './new-parts.ts';
import { readSchema, schemaText } from './read-schema.ts';

const document = {
  type: 'assay.label-schema' as const,
  version: 1 as const,
  subject: 'row' as const,
  questions: (['single', 'multiple', 'rating', 'text', 'cells'] as const).map(newQuestion),
};

test('what is written is read back as it was', () => {
  expect(readSchema(schemaText(document), null).document).toEqual(document);
});

test('problems stand on the line of what they are about', () => {
  const text = schemaText(document);
  const lines = text.split('\n');
  const { problems } = readSchema(text, null);
  expect(problems.length).toBeGreaterThan(0);
  for (const { field, line } of problems)
    expect([field, lines[line - 1]]).toEqual([field, expect.stringContaining('name')]);
});

test('text that is no JSON, and JSON that is no label schema, say where', () => {
  expect(readSchema('{\n  "type": "assay.label-schema",\n  oops\n}', null)).toMatchObject({
    document: null,
    problems: [{ code: 'json', line: 3 }],
  });
  const wrong = schemaText(document).replace('"version": 1', '"version": 2');
  expect(readSchema(wrong, null)).toMatchObject({
    document: null,
    problems: [{ field: 'version', line: 3 }],
  });
});

test('new labels get keys, chosen ones stay', () => {
  const question = newQuestion('single');
  if (question.kind !== 'single') throw new Error('It is another kind.');
  expect(question.labels.map((label) => label.key)).toEqual(['1', '2']);
  const cleared = { ...question, labels: question.labels.map((label) => ({ ...label, key: null })) };
  const more = { ...cleared, labels: [...cleared.labels, newLabel(cleared.labels)] };
  const keyed = withKeys(more, cleared);
  if (keyed.kind !== 'single') throw new Error('It is another kind.');
  expect(keyed.labels.map((label) => label.key)).toEqual([null, null, '3']);
  expect(newAttribute('single')).toMatchObject({ options: [{ name: '' }] });
});
