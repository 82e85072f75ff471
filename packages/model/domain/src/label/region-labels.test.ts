import { expect, test } from 'vitest';
import { textOfAnswer } from '../grid/cell-text.ts';
import { answerOfText } from '../index.ts';
import { labelKeysOf } from '../keys/label-keys.ts';
import { importMappingProblem, proposeImportMapping } from '../label-import/propose-import-mapping.ts';
import { box, region } from '../region/test-regions.ts';
import { assignLabelKeys } from './assign-label-keys.ts';
import { checkLabelSchema } from './check-label-schema.ts';
import { compareLabelSchemas } from './compare-label-schemas.ts';
import { labelIds } from './schema-ids.ts';
import { sceneSchema, testId } from './test-schema.ts';

const [parts = expect.fail('Nothing is asked.')] = sceneSchema().questions;
if (parts.kind !== 'regions') throw new Error('The parts are gone.');
const drawn = { kind: 'regions' as const, regions: [region(1, box(0, 0, 9, 9), testId(11))], relations: [] };

test('relations have ids of their own, that belong to the question', () => {
  expect(labelIds(sceneSchema()).map(({ id, what, owner, field }) => [id, what, owner, field])).toEqual([
    [testId(1), 'question', null, 'questions.0'],
    [testId(15), 'relation', testId(1), 'questions.0.relations.0'],
    [testId(16), 'relation', testId(1), 'questions.0.relations.1'],
    [testId(11), 'label', testId(1), 'questions.0.labels.0'],
    [testId(111), 'attribute', testId(11), 'questions.0.labels.0.attributes.0'],
    [testId(112), 'attribute', testId(11), 'questions.0.labels.0.attributes.1'],
    [testId(12), 'label', testId(1), 'questions.0.labels.1'],
    [testId(13), 'label', testId(1), 'questions.0.labels.2'],
    [testId(14), 'label', testId(1), 'questions.0.labels.3'],
  ]);
});

test('labels of regions get keys as others do, and keep shapes, skeletons and relations', () => {
  const keyed = assignLabelKeys(parts);
  if (keyed.kind !== 'regions') throw new Error('It is another question now.');
  expect(keyed.labels.map(({ key }) => key)).toEqual(['1', '2', '3', null]);
  expect({
    ...keyed,
    labels: keyed.labels.map((label, at) => ({ ...label, key: parts.labels[at]?.key })),
  }).toEqual(parts);
  expect([...labelKeysOf({ ...sceneSchema(), questions: [keyed] })]).toEqual([
    ['1', 'Car'],
    ['2', 'Person'],
    ['3', 'Road'],
  ]);
});

test('what is drawn is in no cell of a spreadsheet, and comes from none', () => {
  expect(textOfAnswer(parts, drawn)).toBe('');
  expect(answerOfText(parts, 'Car')).toEqual({ refused: 'not-by-text' });
  expect(answerOfText(parts, '')).toEqual({ refused: 'not-by-text' });
});

test('no column of a file is taken for what is drawn', () => {
  expect(proposeImportMapping(['row', 'parts', 'label'], sceneSchema(), [], 'labels')).toBeNull();
  const mapping = {
    type: 'assay.label-import-mapping' as const,
    version: 1 as const,
    row: { by: 'row' as const, column: 'row' },
    answers: [{ questionId: parts.id, column: 'parts' }],
    source: null,
    confidence: null,
    at: null,
    comment: null,
  };
  expect(importMappingProblem(mapping, ['row', 'parts'], sceneSchema(), [])).toMatchObject({
    field: 'mapping.answers',
    message: expect.stringContaining('JSONL'),
  });
});

test('what is labelled cannot become something else once it was asked about, and a comparison says so', () => {
  const images = sceneSchema();
  const questions = images.questions.filter(({ kind }) => kind !== 'regions');
  const [before, after] = [
    { ...images, questions },
    { ...images, questions, subject: 'row' as const },
  ];
  expect(compareLabelSchemas(before, after)).toEqual([
    {
      change: 'changed',
      what: 'question',
      id: null,
      path: [],
      field: 'subject',
      before: 'image',
      after: 'row',
    },
  ]);
  const asked = { ...images, subject: 'row' as const };
  const codes = checkLabelSchema(asked, null, images).map(({ code }) => code);
  expect(codes).toContain('subject-changed');
  expect(checkLabelSchema(images, null, images).map(({ code }) => code)).not.toContain('subject-changed');
});
